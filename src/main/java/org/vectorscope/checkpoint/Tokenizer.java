package org.vectorscope.checkpoint;

/** Text to token ids and back. Thread-safe. */
public interface Tokenizer extends AutoCloseable {
    /**
     * @param addSpecial whether the tokenizer puts its own beginning-of-text token where it has one; false for text
     *     that a chat template has rendered, since the template writes it
     */
    Encoding encode(String text, boolean addSpecial);

    /** Text of these ids; bytes that are no whole character yet become U+FFFD. */
    String decode(int[] ids, boolean skipSpecial);

    /** One token as a person may read it: its own text, with no neighbours; a lone byte as {@code <0xE2>}. */
    String piece(int id);

    boolean isSpecial(int id);

    /** Ids run from 0 to this number, exclusive. */
    int size();

    @Override
    void close();

    /**
     * @param ids the tokens
     * @param starts for each token the index of its first char in the text (Java chars), −1 for an added special
     * @param ends for each token the index after its last char, −1 for an added special
     */
    record Encoding(int[] ids, int[] starts, int[] ends) {}
}
