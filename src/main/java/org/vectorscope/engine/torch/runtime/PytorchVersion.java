package org.vectorscope.engine.torch.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vectorscope.file.BadInput;

/**
 * What {@code torch/version.py} or libtorch's {@code build-version} say, read as text.
 *
 * @param full {@code 2.7.1+cu126}
 */
record PytorchVersion(String full, Optional<String> cuda) {
    /** Real ones have less than 400 bytes. */
    private static final int LARGEST = 16 << 10;

    private static final String NUMBER = "\\d{1,4}\\.\\d{1,4}[0-9A-Za-z.+_-]{0,60}";
    private static final Pattern FULL = Pattern.compile("(?m)^__version__[^=\\n]{0,40}=\\s*['\"](" + NUMBER + ")['\"]");
    private static final Pattern CUDA = Pattern.compile("(?m)^cuda[^=\\n]{0,40}=\\s*['\"](\\d{1,3}\\.\\d{1,3})['\"]");
    private static final Pattern LINE = Pattern.compile("^(" + NUMBER + ")\\s*$", Pattern.MULTILINE);
    private static final Pattern LOCAL = Pattern.compile("\\+cu(\\d{2})(\\d)$");

    /** @throws BadInput if neither file is there and says it */
    static PytorchVersion of(Path root) throws IOException {
        Path python = root.resolve("version.py");
        Path line = root.resolve("build-version");
        if (Files.isRegularFile(python)) {
            return of(python, FULL);
        }
        if (Files.isRegularFile(line)) {
            return of(line, LINE);
        }
        throw new BadInput(root, "does not tell its version (no version.py, no build-version)");
    }

    private static PytorchVersion of(Path file, Pattern pattern) throws IOException {
        String text = text(file);
        Matcher full = pattern.matcher(text);
        if (!full.find()) {
            throw new BadInput(file, "does not tell PyTorch's version");
        }
        Matcher cuda = CUDA.matcher(text);
        return new PytorchVersion(full.group(1), cuda.find() ? Optional.of(cuda.group(1)) : local(full.group(1)));
    }

    private static String text(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new BadInput(file, "is larger than the " + LARGEST + " bytes that such a file may have");
            }
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** {@code 2.7.1+cu128} was built for 12.8. */
    private static Optional<String> local(String full) {
        Matcher matcher = LOCAL.matcher(full);
        return matcher.find() ? Optional.of(matcher.group(1) + "." + matcher.group(2)) : Optional.empty();
    }
}
