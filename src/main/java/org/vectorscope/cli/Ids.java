package org.vectorscope.cli;

import org.vectorscope.file.BadInput;

/** Token ids on the command line. */
final class Ids {
    private Ids() {}

    /** @throws BadInput for anything but numbers with commas between */
    static int[] parse(String text) {
        String[] parts = text.split(",", -1);
        int[] ids = new int[parts.length];
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i].strip();
            if (!part.matches("\\d{1,9}")) {
                throw new BadInput("--ids", "'" + part + "' is not a token id");
            }
            ids[i] = Integer.parseInt(part);
        }
        return ids;
    }
}
