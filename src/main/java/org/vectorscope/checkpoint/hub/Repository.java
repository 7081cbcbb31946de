package org.vectorscope.checkpoint.hub;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What the hub says of a repository ({@code GET /api/models/owner/name?blobs=true}).
 *
 * @param name what it is called now, which after a move is not what was asked for
 * @param revision the commit it stands at; what was asked for where the hub does not say
 */
record Repository(String name, String revision, Optional<String> licence, List<RemoteFile> files) {
    private static final Pattern SAFE_PATH =
            Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9._-]*/){0,4}[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{64}|[0-9a-f]{40}");

    static Repository of(ModelName asked, JsonNode answer) {
        List<RemoteFile> files = new ArrayList<>();
        for (JsonNode sibling : answer.path("siblings")) {
            String path = sibling.path("rfilename").asText();
            if (SAFE_PATH.matcher(path).matches()) {
                files.add(file(path, sibling));
            }
        }
        String name = answer.path("id").asText(answer.path("modelId").asText());
        String sha = answer.path("sha").asText();
        String licence = answer.path("cardData").path("license").asText();
        return new Repository(
                ModelName.parse(name)
                        .filter(now -> now.gguf().isEmpty() && now.revision().isEmpty())
                        .map(ModelName::repository)
                        .orElse(asked.repository()),
                COMMIT.matcher(sha).matches() ? sha : asked.revision().orElse("main"),
                Optional.of(licence).filter(text -> !text.isBlank()),
                List.copyOf(files));
    }

    /** Where a file is, from the hub's address on. */
    String place(RemoteFile file) {
        return "/" + name + "/resolve/" + revision.replace("/", "%2F") + "/" + file.path();
    }

    private static RemoteFile file(String path, JsonNode sibling) {
        JsonNode large = sibling.path("lfs");
        JsonNode size = large.has("size") ? large.path("size") : sibling.path("size");
        // What Git keeps of a large file is a note of where it is: its own checksum is that of the note.
        String checksum = large.isObject()
                ? large.path("sha256").asText(large.path("oid").asText().replace("sha256:", ""))
                : sibling.path("blobId").asText();
        return new RemoteFile(
                path,
                size.canConvertToLong() && size.asLong() >= 0 ? OptionalLong.of(size.asLong()) : OptionalLong.empty(),
                Optional.of(checksum).filter(text -> CHECKSUM.matcher(text).matches()));
    }
}
