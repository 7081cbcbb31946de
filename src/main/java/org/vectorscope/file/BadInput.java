package org.vectorscope.file;

import java.nio.file.Path;

/**
 * Something that came from outside is wrong: a file, an option, a value in them. The message is one sentence for the
 * person who supplied it, and names the file (or option) and the fault; the command line prints it and exits with 2.
 */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST = 800;

    private final String source;
    private final String fault;

    /** @param source the file's name, or the option's, as the person wrote it; @param fault what is wrong with it */
    public BadInput(String source, String fault) {
        super(printable(source + ": " + fault));
        this.source = source;
        this.fault = fault;
    }

    public BadInput(Path file, String fault) {
        this(file.toString(), fault);
    }

    /** What a file holds may be part of the message: it stays one line of a length that can be shown. */
    private static String printable(String message) {
        String line = message.replaceAll("\\p{Cntrl}", "\uFFFD");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "\u2026";
    }

    public String source() {
        return source;
    }

    public String fault() {
        return fault;
    }
}
