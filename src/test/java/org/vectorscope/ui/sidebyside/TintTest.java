package org.vectorscope.ui.sidebyside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vectorscope.study.ArmKind;
import org.vectorscope.study.ArmList.Named;

class TintTest {
    @Test
    void theMeanOfTheUnsteeredColumnHasNoTint() {
        Tint tint = Tint.of(List.of(column(ArmKind.NONE, -0.10, -0.06), column(ArmKind.V, 0.1, 0.12)));

        assertThat(tint.centre()).isCloseTo(-0.08, within(1e-9));
        assertThat(tint.reach()).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void withoutCosinesThereIsAScaleAllTheSame() {
        assertThat(Tint.of(List.of(column(ArmKind.NONE, Double.NaN)))).isEqualTo(new Tint(0, 0.1));
    }

    private static Column column(ArmKind kind, double... cosines) {
        Column column = Column.of(new Named(kind, 0), 1);
        for (double cosine : cosines) {
            column.texts().getFirst().append(new SampleText.Token("x", cosine));
        }
        return column;
    }
}
