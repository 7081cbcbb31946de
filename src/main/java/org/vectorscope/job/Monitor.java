package org.vectorscope.job;

/**
 * How long work tells what it is doing and learns that it should stop. Passed down into everything that may take more
 * than a tenth of a second; called from the thread that works.
 */
public interface Monitor {
    /** Nobody watches and nobody cancels. */
    Monitor NONE = new Monitor() {
        @Override
        public void progress(String stage, double done, double total) {}

        @Override
        public void check() {}
    };

    /**
     * @param stage what is being done, as a person would say it ("Reading 120 texts")
     * @param done how much of it, in any unit
     * @param total all of it, in the same unit; zero or less where it is not known
     */
    void progress(String stage, double done, double total);

    /** @throws Cancelled if the work was called off; to be called at least ten times a second */
    void check();

    /** For a part of work that is counted elsewhere: can be called off as the whole, and tells no progress. */
    default Monitor quiet() {
        Monitor whole = this;
        return new Monitor() {
            @Override
            public void progress(String stage, double done, double total) {
                check();
            }

            @Override
            public void check() {
                whole.check();
            }
        };
    }
}
