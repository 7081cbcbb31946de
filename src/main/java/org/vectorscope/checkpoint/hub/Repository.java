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
 * @param revision the commit it stands at; {@code main} where the hub does not say
 */
record Repository(String revision, Optional<String> licence, List<RemoteFile> files) {
    private static final Pattern SAFE_PATH =
            Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9._-]*/){0,4}[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}");
    private static final Pattern CHECKSUM = Pattern.compile("[0-9a-f]{64}|[0-9a-f]{40}");

    static Repository of(JsonNode answer) {
        List<RemoteFile> files = new ArrayList<>();
        for (JsonNode sibling : answer.path("siblings")) {
            String path = sibling.path("rfilename").asText();
            if (SAFE_PATH.matcher(path).matches()) {
                files.add(file(path, sibling));
            }
        }
        String sha = answer.path("sha").asText();
        String licence = answer.path("cardData").path("license").asText();
        return new Repository(
                COMMIT.matcher(sha).matches() ? sha : "main",
                Optional.of(licence).filter(text -> !text.isBlank()),
                List.copyOf(files));
    }

    private static RemoteFile file(String path, JsonNode sibling) {
        JsonNode large = sibling.path("lfs");
        JsonNode size = large.has("size") ? large.path("size") : sibling.path("size");
        String checksum = large.path("sha256")
                .asText(large.path("oid").asText(sibling.path("blobId").asText()));
        return new RemoteFile(
                path,
                size.canConvertToLong() && size.asLong() >= 0 ? OptionalLong.of(size.asLong()) : OptionalLong.empty(),
                Optional.of(checksum).filter(text -> CHECKSUM.matcher(text).matches()));
    }
}
