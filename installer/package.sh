#!/usr/bin/env bash
# Makes an application image of Vectorscope (and a .deb where dpkg is at hand) out of what `mvn package` left in
# target/. Needs a JDK 25 with jpackage: JAVA_HOME, or any that can be found.
# Usage: installer/package.sh [DESTINATION]        (default: target/installer)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
top=$(dirname "$here")
out=${1:-$top/target/installer}

find_jdk() {
    local home
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home "$HOME"/.sdkman/candidates/java/25*; do
        [ -x "$home/bin/jpackage" ] && "$home/bin/java" -version 2>&1 | grep -q '"25' && { echo "$home"; return; }
    done
    echo "installer: no JDK 25 with jpackage found; set JAVA_HOME to one" >&2
    exit 2
}

[ -f "$top/target/vectorscope.jar" ] || { echo "installer: run 'mvn package' first" >&2; exit 2; }
jdk=$(find_jdk)
input=$(mktemp -d)
trap 'rm -rf "$input"' EXIT
cp -R "$top/target/vectorscope.jar" "$top/target/lib" "$top/LICENSE" "$input/"

case "$(uname -s)" in
    Darwin) icon=$here/vectorscope.icns ;;
    MINGW* | MSYS* | CYGWIN*) icon=$here/vectorscope.ico ;;
    *) icon=$here/vectorscope.png ;;
esac
common=(
    --name Vectorscope --app-version 0.1.0 --vendor "The Vectorscope developers"
    --description "A desktop lab for steering vectors in language models"
    --copyright "Apache-2.0"
    --java-options "-Xms32m"
    --java-options "--enable-native-access=ALL-UNNAMED"
    --java-options "--sun-misc-unsafe-memory-access=allow"
)
picture=()
[ -f "$icon" ] && picture=(--icon "$icon")

# Everything the class path may ask for; the libraries are no modules, so jlink cannot find out by itself.
modules=java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.prefs,java.scripting,java.sql,java.xml,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.localedata,jdk.management,jdk.unsupported,jdk.unsupported.desktop,jdk.zipfs

mkdir -p "$out"
rm -rf "$out/Vectorscope" "$out/Vectorscope.app"
"$jdk/bin/jpackage" --type app-image --input "$input" --main-jar vectorscope.jar --main-class org.vectorscope.Vectorscope \
    --add-modules "$modules" --dest "$out" "${common[@]}" "${picture[@]}"

# A class-data archive, which takes a fifth of the work off the way to the first window: the image is started once
# without a display, on a file that is no model, and stopped when it has shown that it is none.
archive() {
    local image=$1 launcher=$2 app=$3 scratch
    scratch=$(mktemp -d)
    VECTORSCOPE_DATA=$scratch timeout 60 env \
        JAVA_TOOL_OPTIONS="-XX:ArchiveClassesAtExit=$image/$app/vectorscope.jsa -Dglass.platform=Headless -Dprism.order=sw" \
        "$image/$launcher" "$top/LICENSE" >/dev/null 2>&1 &
    local run=$!
    sleep 20
    kill "$run" 2>/dev/null || true
    wait "$run" 2>/dev/null || true
    rm -rf "$scratch"
    if [ -s "$image/$app/vectorscope.jsa" ]; then
        sed -i 's|^\[JavaOptions\]$|&\njava-options=-XX:SharedArchiveFile=$APPDIR/vectorscope.jsa\njava-options=-Xlog:cds=off|' \
            "$image/$app/Vectorscope.cfg"
    fi
}
[ "$(uname -s)" = Linux ] && archive "$out/Vectorscope" bin/Vectorscope lib/app
echo "application image: $out/Vectorscope"

if command -v dpkg-deb >/dev/null && command -v fakeroot >/dev/null; then
    # the image has its JVM options already, and jpackage takes none beside an image
    "$jdk/bin/jpackage" --type deb --app-image "$out/Vectorscope" --dest "$out" \
        --name Vectorscope --app-version 0.1.0 --vendor "The Vectorscope developers" \
        --description "A desktop lab for steering vectors in language models" \
        --linux-package-name vectorscope --linux-shortcut --linux-menu-group "Science;Education" \
        --file-associations "$here/gguf.properties" --file-associations "$here/vector.properties"
    echo "package: $(ls "$out"/*.deb)"
fi
