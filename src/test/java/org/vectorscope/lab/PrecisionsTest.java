package org.vectorscope.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.checkpoint.TinyModels;
import org.vectorscope.checkpoint.hub.DataFolder;
import org.vectorscope.cli.Starter;
import org.vectorscope.engine.Precision;
import org.vectorscope.file.BadInput;
import org.vectorscope.job.Monitor;
import org.vectorscope.store.Kind;
import org.vectorscope.study.PrecisionCost;

class PrecisionsTest {
    @TempDir
    Path folder;

    private Lab lab;

    @BeforeEach
    void openLab() {
        lab = Lab.open(new DataFolder(folder.resolve("data")));
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private OpenModel talking(Precision precision) {
        return lab.models().open(TinyModels.folder("talking"), precision, Monitor.NONE);
    }

    private Outcome<PrecisionCost> measure(OpenModel open, Precision precision) {
        return lab.precisions().measure(open, precision, Monitor.NONE);
    }

    @Test
    void sixteenBitWeightsCostNextToNothingAndBfloat16More() {
        try (OpenModel open = talking(Precision.F32)) {
            PrecisionCost half = measure(open, Precision.F16W).value();
            PrecisionCost brain = measure(open, Precision.BF16).value();
            assertThat(half.kl()).isLessThan(1e-5);
            assertThat(half.agreement()).isEqualTo(1);
            assertThat(half.agreementLow()).isBetween(0.9, 1.0);
            assertThat(brain.kl()).isBetween(brain.klLow(), brain.klHigh()).isGreaterThan(half.kl());
            assertThat(brain.tokens()).isEqualTo(half.tokens()).isGreaterThan(100);
        }
    }

    @Test
    void leftToTheMachineAModelIsLoadedInWhatThisProcessorIsQuickWith() {
        try (OpenModel open =
                lab.models().open(TinyModels.folder("talking"), PrecisionChoice.AUTOMATIC, Monitor.NONE)) {
            assertThat(open.precision()).isEqualTo(Precision.F32);
            open.model();
            lab.compute().tryHalfSpeed();
            double halfSpeed = lab.compute().halfSpeed().orElseThrow();
            assertThat(halfSpeed).isPositive();
            Precision suited = halfSpeed >= 1.25 ? Precision.F16W : Precision.F32;
            assertThat(lab.models().likely(PrecisionChoice.AUTOMATIC, open::needs))
                    .isEqualTo(suited);
            try (Lab next = Lab.open(lab.folder())) {
                assertThat(next.compute().halfSpeed()).hasValue(halfSpeed);
            }
        }
    }

    @Test
    void whateverPrecisionTheModelIsOpenInTheCostIsTheSame() {
        PrecisionCost fromReference;
        try (OpenModel open = talking(Precision.F32)) {
            fromReference = measure(open, Precision.BF16).value();
        }
        lab.store().free(Kind.PRECISION);
        try (OpenModel open = talking(Precision.BF16)) {
            assertThat(measure(open, Precision.BF16).value()).isEqualTo(fromReference);
        }
    }

    @Test
    void whatWasMeasuredIsKnownOfTheSameModelAndPrecisionOnly() {
        try (OpenModel open = talking(Precision.F32)) {
            assertThat(lab.precisions().known(open.checkpoint(), Precision.BF16))
                    .isEmpty();
            Outcome<PrecisionCost> first = measure(open, Precision.BF16);
            assertThat(first.cached()).isFalse();
            assertThat(measure(open, Precision.BF16).cached()).isTrue();
            assertThat(lab.precisions().known(open.checkpoint(), Precision.BF16))
                    .contains(first.value());
            assertThat(lab.precisions().known(open.checkpoint(), Precision.W4)).isEmpty();
        }
    }

    @Test
    void theReferenceHasNoCost() {
        try (OpenModel open = talking(Precision.F32)) {
            assertThatThrownBy(() -> measure(open, Precision.F32)).isInstanceOf(BadInput.class);
        }
    }

    @Test
    void weightsThatWereGivenBackAreReadAgain() {
        try (OpenModel open = talking(Precision.F16W)) {
            open.model();
            open.release();
            assertThat(open.isLoaded()).isFalse();
            assertThat(open.model().dtype()).isEqualTo("f16w");
        }
    }

    @Test
    @Tag("slow")
    void theStarterLosesNextToNothingInSixteenBitsAndLittleInFour() {
        try (OpenModel open = lab.models().open(Starter.path(), Monitor.NONE)) {
            PrecisionCost half = measure(open, Precision.F16W).value();
            PrecisionCost brain = measure(open, Precision.BF16).value();
            PrecisionCost four = measure(open, Precision.W4).value();
            assertThat(half.kl()).isLessThan(1e-5);
            assertThat(half.agreement()).isGreaterThan(0.98);
            assertThat(brain.kl()).isLessThan(3e-3);
            assertThat(four.kl()).isLessThan(1e-3);
        }
    }
}
