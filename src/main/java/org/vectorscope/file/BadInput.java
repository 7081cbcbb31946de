package org.vectorscope.file;

import java.nio.file.Path;

/**
 * Something that came from outside is wrong: a file, an option, a value in them. The message is one sentence for the
 * person who supplied it, and names the file (or option) and the fault; the command line prints it and exits with 2.
 */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String source;
    private final String fault;

    /** @param source the file's name, or the option's, as the person wrote it; @param fault what is wrong with it */
    public BadInput(String source, String fault) {
        super(source + ": " + fault);
        this.source = source;
        this.fault = fault;
    }

    public BadInput(Path file, String fault) {
        this(file.toString(), fault);
    }

    public String source() {
        return source;
    }

    public String fault() {
        return fault;
    }
}
