package org.vectorscope.figure.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vectorscope.figure.Charts;
import org.vectorscope.figure.Figure;
import org.vectorscope.figure.Recipe;
import org.vectorscope.job.Monitor;

class FigureExportTest {
    private static final Figure FIGURE = figure();

    @TempDir
    Path folder;

    private static Figure figure() {
        double[] norms = DoubleStream.iterate(60, x -> x + 1.5).limit(40).toArray();
        Recipe recipe =
                new Recipe(List.of(new Recipe.Fact("Layer", "15, resid_post")), "vectorscope geometry --layer 15");
        return new Figure(
                "differences",
                "Pair differences",
                "40 pairs",
                Charts.pairDifferences(norms, 33.3, new TreeSet<>()),
                "Norms of ‖Δ‖ over 40 pairs.",
                recipe);
    }

    @Test
    void allFormatsAreWrittenWithTheRecipeBesideTheNumbers() throws IOException {
        List<Path> files = FigureExport.write(FIGURE, ExportSpec.paper(), folder, Monitor.NONE);
        assertThat(files)
                .extracting(f -> f.getFileName().toString())
                .containsExactly(
                        "differences.pdf",
                        "differences.svg",
                        "differences.png",
                        "differences.csv",
                        "differences-recipe.txt");
        assertThat(Files.list(folder)).as("nothing half-written is left").hasSize(5);
    }

    @Test
    void aPdfHasItsTrueSizeItsTextAndItsFonts() throws IOException {
        FigureExport.write(FIGURE, ExportSpec.paper(), folder, Monitor.NONE);
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("differences.pdf").toFile())) {
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(234); // 3.25 in
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("‖v‖ = 33.3")
                    .contains("over 40 pairs");
            assertThat(pdf.getDocumentInformation().getKeywords()).contains("vectorscope geometry --layer 15");
            List<PDFont> fonts = fonts(pdf.getPage(0).getResources());
            assertThat(fonts).isNotEmpty().allMatch(PDFont::isEmbedded);
            assertThat(fonts).extracting(PDFont::getName).anyMatch(name -> name.endsWith("+Inter-Regular"));
        }
    }

    private static List<PDFont> fonts(PDResources resources) throws IOException {
        List<PDFont> fonts = new ArrayList<>();
        for (COSName name : resources.getFontNames()) {
            fonts.add(resources.getFont(name));
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject form && form.getResources() != null) {
                fonts.addAll(fonts(form.getResources()));
            }
        }
        return fonts;
    }

    @Test
    void anSvgHasTextAsTextNoneOfItSmallerThanAskedFor() throws Exception {
        FigureExport.write(FIGURE, ExportSpec.paper(), folder, Monitor.NONE);
        Path svg = folder.resolve("differences.svg");
        String text = Files.readString(svg);
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(svg.toFile())
                        .getElementsByTagName("text")
                        .getLength())
                .isGreaterThan(8);
        Matcher sizes = Pattern.compile("font-size=\"([0-9.]+)").matcher(text);
        assertThat(sizes.results()
                        .mapToDouble(m -> Double.parseDouble(m.group(1)))
                        .filter(s -> s != 12)
                        .min())
                .hasValue(8);
        assertThat(text).contains("width=\"3.2500in\"").contains("@font-face").contains("Arial");
    }

    @Test
    void aPngHasThePixelsAndTheDensityAskedFor() throws IOException {
        ExportSpec spec = new ExportSpec(
                Size.DOUBLE_COLUMN,
                EnumSet.of(Format.PNG),
                150,
                ExportSpec.Theme.DARK,
                9,
                EnumSet.noneOf(ExportSpec.Extra.class));
        FigureExport.write(FIGURE, spec, folder, Monitor.NONE);
        BufferedImage image = ImageIO.read(folder.resolve("differences.png").toFile());
        assertThat(image.getWidth()).isEqualTo(1013); // 6.75 in
        byte[] bytes = Files.readAllBytes(folder.resolve("differences.png"));
        assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .contains("pHYs")
                .doesNotContain("Recipe");
    }

    @Test
    void theNumbersComeBackFromTheCsv() throws IOException {
        FigureExport.write(FIGURE, ExportSpec.paper(), folder, Monitor.NONE);
        try (CSVParser parser = CSVParser.parse(
                folder.resolve("differences.csv"),
                java.nio.charset.StandardCharsets.UTF_8,
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            double pairs = 0;
            for (CSVRecord row : parser) {
                pairs += row.get("y").isEmpty() ? 0 : Double.parseDouble(row.get("y"));
            }
            assertThat(pairs).isEqualTo(40);
        }
    }

    @Test
    void theCaptionStandsBesideWhereItIsNotWantedInside() throws IOException {
        ExportSpec spec = new ExportSpec(
                Size.SINGLE_COLUMN,
                EnumSet.of(Format.PDF),
                300,
                ExportSpec.Theme.PAPER,
                8,
                EnumSet.of(ExportSpec.Extra.CAPTION_BESIDE));
        FigureExport.write(FIGURE, spec, folder, Monitor.NONE);
        assertThat(folder.resolve("differences-caption.txt")).hasContent("Norms of ‖Δ‖ over 40 pairs.");
        try (PDDocument pdf = Loader.loadPDF(folder.resolve("differences.pdf").toFile())) {
            assertThat(new PDFTextStripper().getText(pdf)).doesNotContain("over 40 pairs");
        }
    }
}
