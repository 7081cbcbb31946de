package org.vectorscope.checkpoint.family;

import java.util.List;
import org.vectorscope.file.BadInput;

/**
 * What a model says of itself, whichever file says it. A setting has two names, transformers' and GGUF's (without the
 * architecture); several spellings of one are divided by {@code |}, and where a file format has no such setting its
 * name is empty. Each is checked as it is read.
 */
public sealed interface Settings permits ConfigJson, GgufConfig {
    int count(String folder, String gguf, long most);

    int count(String folder, String gguf, long most, int otherwise);

    double positive(String folder, String gguf, double otherwise);

    boolean flag(String folder, String gguf, boolean otherwise);

    String text(String folder, String gguf, String otherwise);

    boolean absent(String folder, String gguf);

    /** Whether the file holds a tensor of this name. */
    boolean has(String folder, String gguf);

    /** @throws BadInput if the weights are stored in a way of their own, or are those of many experts */
    void requireReadable();

    int vocabulary();

    List<Integer> stopIds();

    /** A fault of a setting, to be thrown. */
    BadInput fault(String folder, String gguf, String fault);
}
