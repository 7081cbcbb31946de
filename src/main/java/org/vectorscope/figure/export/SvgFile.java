package org.vectorscope.figure.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.vectorscope.figure.Fonts;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Lines and text that stays text: the glyphs in use travel inside as a web font, with common fonts to fall back on. */
final class SvgFile {
    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final String FAMILIES = "Inter, 'Helvetica Neue', Helvetica, Arial, sans-serif";

    private SvgFile() {}

    static void write(FigurePage page, Map<String, String> notes, OutputStream out) throws IOException {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setComment("Vectorscope");
        context.setPrecision(3);
        SVGGraphics2D g = new SVGGraphics2D(context, false);
        page.draw(g);
        Element root = g.getRoot();
        root.setAttributeNS(null, "width", inches(page.width()));
        root.setAttributeNS(null, "height", inches(page.height()));
        root.setAttributeNS(null, "viewBox", String.format(Locale.ROOT, "0 0 %.2f %.2f", page.width(), page.height()));
        Map<Fonts, Set<Integer>> used = new EnumMap<>(Fonts.class);
        families(root, Fonts.SANS, used);
        head(root, notes, WebFont.faces(used));
        try {
            // not the library's own writer: it names a document type that readers would look for on the net
            TransformerFactory.newInstance().newTransformer().transform(new DOMSource(root), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IOException("cannot write the drawing", e);
        }
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK has an XML parser", e);
        }
    }

    private static String inches(double points) {
        return String.format(Locale.ROOT, "%.4fin", points / 72);
    }

    /** Names the families to fall back on, and gathers the code points of each font. */
    private static void families(Element element, Fonts inherited, Map<Fonts, Set<Integer>> used) {
        if (element.hasAttribute("font-family")) {
            element.setAttributeNS(null, "font-family", FAMILIES);
        }
        Fonts font = inherited;
        if (element.hasAttribute("font-weight")) {
            font = element.getAttribute("font-weight").equals("bold") ? Fonts.SANS_BOLD : Fonts.SANS;
        }
        if (element.getLocalName() != null && element.getLocalName().equals("text")) {
            Set<Integer> codes = used.computeIfAbsent(font, f -> new TreeSet<>());
            element.getTextContent().codePoints().forEach(codes::add);
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                families(inner, font, used);
            }
        }
    }

    private static void head(Element root, Map<String, String> notes, String faces) {
        Node first = root.getFirstChild();
        insert(root, first, "title", notes.getOrDefault("Title", ""));
        insert(root, first, "desc", notes.getOrDefault("Description", ""));
        insert(root, first, "metadata", notes.getOrDefault("Recipe", ""));
        insert(root, first, "style", faces);
    }

    private static void insert(Element root, Node before, String name, String text) {
        if (!text.isEmpty()) {
            Element element = root.getOwnerDocument().createElementNS(SVG, name);
            element.appendChild(root.getOwnerDocument().createTextNode(text));
            root.insertBefore(element, before);
        }
    }
}
