package org.vectorscope.vector;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.vectorscope.file.BadInput;

/** How a direction is made of pairs. */
public enum ExtractionMethod {
    /** Mean of the differences, as long as it is (CAA, arXiv 2312.06681). */
    MEAN("mean", "mean difference"),
    /** First principal component of the differences about zero, length 1, towards the positive side. */
    PCA("pca", "PCA"),
    /** The same about their mean: the direction in which the differences differ, as repeng's {@code pca_diff}. */
    PCA_CENTRED("pca-centred", "PCA, centred"),
    /** Weights of a logistic regression between the two sides of each pair, length 1, towards the positive side. */
    LOGISTIC("logistic", "logistic probe");

    private final String word;
    private final String title;

    ExtractionMethod(String word, String title) {
        this.word = word;
        this.title = title;
    }

    /** As the command line and files write it. */
    public String word() {
        return word;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** Whether its vectors are 1 long, so that strengths in multiples of them do not compare with those of a mean. */
    public boolean isUnit() {
        return this != MEAN;
    }

    /** @throws BadInput naming {@code source} (an option or a file) if the word is no method */
    public static ExtractionMethod parse(String source, String word) {
        return Arrays.stream(values())
                .filter(method -> method.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new BadInput(source, "'" + word + "' is not a method; known are " + words()));
    }

    private static String words() {
        return Arrays.stream(values()).map(ExtractionMethod::word).collect(Collectors.joining(", "));
    }

    PairFit fit() {
        return switch (this) {
            case MEAN -> new MeanFit();
            case PCA -> new PrincipalFit(PrincipalFit.About.ZERO);
            case PCA_CENTRED -> new PrincipalFit(PrincipalFit.About.MEAN);
            case LOGISTIC -> new LogisticFit();
        };
    }
}
