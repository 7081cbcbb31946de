package org.vectorscope;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds the map of packages that the README draws. */
class ArchitectureTest {
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.vectorscope");

    @Test
    void onlyTheTorchEngineSeesTheTensorLibrary() {
        only(
                "ai.djl..",
                "an engine on another machine must be able to stand behind the same seam",
                "..engine.torch..",
                "..checkpoint..");
    }

    @Test
    void theCheckpointUsesNoMoreOfItThanItsTokenizers() {
        noClasses()
                .that()
                .resideInAPackage("..checkpoint..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("ai.djl.pytorch..", "ai.djl.ndarray..")
                .because("reading a model must not start the native engine")
                .check(MAIN);
    }

    @Test
    void linearAlgebraIsKnownToVectorAndGeometryOnly() {
        String why = "its traps (wrong eigenvectors, broken svd) are guarded in one place";
        only("org.nd4j..", why, "..vector..", "..geometry..");
    }

    @Test
    void sqlIsKnownToTheStoreOnly() {
        only("java.sql..", "what is kept, and how, is decided in one place", "..store..");
    }

    @Test
    void chartsAreKnownToFiguresOnly() {
        only("org.jfree..", "every chart has one theme", "..figure..");
    }

    @Test
    void theWindowToolkitIsKnownToWindowAndFiguresOnly() {
        only("javafx..", "everything must also work from the command line", "..ui..", "..figure..");
    }

    @Test
    void viewModelsKnowNoNodes() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .allowEmptyShould(true)
                .because("a view model is tested without a window")
                .check(MAIN);
    }

    @Test
    void nothingBelowSeesTheWindow() {
        classes()
                .that()
                .resideInAPackage("..ui..")
                .should()
                .onlyHaveDependentClassesThat(new DescribedPredicate<JavaClass>("are in ui, cli or the root") {
                    @Override
                    public boolean test(JavaClass c) {
                        String name = c.getPackageName();
                        return name.equals("org.vectorscope")
                                || name.startsWith("org.vectorscope.ui")
                                || name.startsWith("org.vectorscope.cli");
                    }
                })
                .because("data flows one way")
                .check(MAIN);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.vectorscope.(*)..")
                .should()
                .beFreeOfCycles()
                .because("data flows one way")
                .check(MAIN);
    }

    private static void only(String library, String reason, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(reason)
                .check(MAIN);
    }
}
