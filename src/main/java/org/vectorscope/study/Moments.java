package org.vectorscope.study;

/** Count, sum and sum of squares of two arms, added up from parts. */
final class Moments {
    private double nA;
    private double sumA;
    private double squaresA;
    private double nB;
    private double sumB;
    private double squaresB;

    void addA(double value) {
        nA++;
        sumA += value;
        squaresA += value * value;
    }

    void addB(double value) {
        nB++;
        sumB += value;
        squaresB += value * value;
    }

    void add(Moments part) {
        nA += part.nA;
        sumA += part.sumA;
        squaresA += part.squaresA;
        nB += part.nB;
        sumB += part.sumB;
        squaresB += part.squaresB;
    }

    /** Cohen's d; NaN where it does not exist. */
    double d() {
        double withinA = squaresA - sumA * sumA / nA;
        double withinB = squaresB - sumB * sumB / nB;
        double pooled = (withinA + withinB) / (nA + nB - 2);
        double d = (sumA / nA - sumB / nB) / Math.sqrt(pooled);
        return nA < 2 || nB < 2 || !Double.isFinite(d) ? Double.NaN : d;
    }
}
