package org.vectorscope.vector;

/** A way to weigh pairs: the direction is Σ c_j Δ_j over their differences Δ_j. */
sealed interface PairFit permits MeanFit, PrincipalFit, LogisticFit {
    /**
     * The fit to be kept, as exact as it can be.
     *
     * @param gram of the differences
     * @param weights [n] how often each pair counts; not all zero
     * @return c [n], of whatever length and sign the method gives it
     */
    double[] coefficients(PairGram gram, double[] weights);

    /**
     * The same for a change of few weights, good to about four digits.
     *
     * @param start what {@link #coefficients} gave with every weight 1
     */
    double[] again(PairGram gram, double[] weights, double[] start);
}
