package org.vectorscope.checkpoint.template;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.vectorscope.checkpoint.template.Token.Kind;

/**
 * Cuts a template into tokens as Jinja2 does with {@code trim_blocks} and {@code lstrip_blocks}: the newline after a
 * block goes, the blanks before a block that starts its line go, {@code -} takes all white space on its side.
 */
final class Lexer {
    private static final Pattern RAW_BEGIN = Pattern.compile("\\s*raw\\s*(?:-%\\}\\s*|%\\})");
    private static final Pattern RAW_END = Pattern.compile("\\{%([-+]?)\\s*endraw\\s*(?:\\+%\\}|-%\\}\\s*|%\\}\\n?)");
    private static final Pattern REAL =
            Pattern.compile("[0-9][0-9_]*(?:\\.[0-9][0-9_]*)?[eE][+-]?[0-9]+|[0-9][0-9_]*\\.[0-9][0-9_]*");
    private static final Pattern WHOLE = Pattern.compile("[0-9][0-9_]*");
    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Pattern OPERATOR = Pattern.compile("//|\\*\\*|[=!<>]=|[-+*/%~\\[\\](){}<>=.:|,;]");

    private final String source;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private int line = 1;
    private boolean lineStarting = true;

    private Lexer(String source) {
        this.source = source;
    }

    static List<Token> tokens(String template) {
        String unix = template.replace("\r\n", "\n").replace('\r', '\n');
        Lexer lexer = new Lexer(unix.endsWith("\n") ? unix.substring(0, unix.length() - 1) : unix);
        while (lexer.position < lexer.source.length()) {
            lexer.textAndTag();
        }
        lexer.add(Kind.END, "");
        return List.copyOf(lexer.tokens);
    }

    private void textAndTag() {
        int open = nextTag();
        if (open < 0) {
            literal(source.substring(position));
            advance(source.length());
            return;
        }
        char kind = source.charAt(open + 1);
        char control = open + 2 < source.length() ? source.charAt(open + 2) : ' ';
        boolean controlled = control == '-' || control == '+';
        literal(trimmed(source.substring(position, open), controlled ? control : ' ', kind != '{'));
        int begin = line;
        advance(open + (controlled ? 3 : 2));
        switch (kind) {
            case '#' -> comment(begin);
            case '{' -> code(Kind.PRINT_BEGIN, Kind.PRINT_END);
            default -> blockOrRaw();
        }
    }

    private int nextTag() {
        for (int i = source.indexOf('{', position); i >= 0 && i + 1 < source.length(); i = source.indexOf('{', i + 1)) {
            char next = source.charAt(i + 1);
            if (next == '{' || next == '%' || next == '#') {
                return i;
            }
        }
        return -1;
    }

    /** The text before a tag, without what the tag takes from it. */
    private String trimmed(String text, char control, boolean block) {
        if (control == '-') {
            return PythonText.stripRight(text);
        }
        int lineBegin = text.lastIndexOf('\n') + 1;
        if (control == '+' || !block || (lineBegin == 0 && !lineStarting)) {
            return text;
        }
        return PythonText.strip(text.substring(lineBegin)).isEmpty() ? text.substring(0, lineBegin) : text;
    }

    private void comment(int begin) {
        int close = source.indexOf("#}", position);
        if (close < 0 && position == source.length()) {
            return;
        }
        if (close < 0) {
            throw new TemplateFault(begin, "a comment is not closed");
        }
        char before = close > position ? source.charAt(close - 1) : ' ';
        advance(close + 2);
        trimAfter(before, true);
    }

    private void blockOrRaw() {
        Matcher raw = RAW_BEGIN.matcher(source).region(position, source.length());
        if (!raw.lookingAt()) {
            code(Kind.BLOCK_BEGIN, Kind.BLOCK_END);
            return;
        }
        int begin = line;
        advance(raw.end());
        Matcher end = RAW_END.matcher(source);
        if (position == source.length()) {
            return;
        }
        if (!end.find(position)) {
            throw new TemplateFault(begin, "'raw' is not closed by 'endraw'");
        }
        String sign = String.valueOf(end.group(1));
        literal(trimmed(source.substring(position, end.start()), sign.isEmpty() ? ' ' : sign.charAt(0), true));
        advance(end.end());
    }

    private void code(Kind begin, Kind end) {
        add(begin, "");
        int opened = line;
        Deque<Character> open = new ArrayDeque<>();
        while (true) {
            skipBlanks();
            if (position >= source.length()) {
                throw new TemplateFault(opened, "a tag is not closed");
            }
            if (open.isEmpty() && closes(end)) {
                return;
            }
            token(open);
        }
    }

    private boolean closes(Kind end) {
        String mark = end == Kind.PRINT_END ? "}}" : "%}";
        char control = source.charAt(position);
        boolean controlled = control == '-' || (control == '+' && end == Kind.BLOCK_END);
        if (!source.startsWith(mark, controlled ? position + 1 : position)) {
            return false;
        }
        add(end, "");
        advance(position + (controlled ? 3 : 2));
        trimAfter(controlled ? control : ' ', end == Kind.BLOCK_END);
        return true;
    }

    private void trimAfter(char control, boolean trimNewline) {
        int to = position;
        if (control == '-') {
            while (to < source.length() && PythonText.isSpace(source.charAt(to))) {
                to++;
            }
        } else if (control != '+' && trimNewline && to < source.length() && source.charAt(to) == '\n') {
            to++;
        }
        if (to > position) {
            advance(to);
        }
    }

    private void token(Deque<Character> open) {
        if (take(REAL, Kind.REAL) || take(WHOLE, Kind.WHOLE) || take(NAME, Kind.NAME)) {
            return;
        }
        char first = source.charAt(position);
        if (first == '\'' || first == '"') {
            int end = stringEnd(first);
            add(Kind.STRING, Escapes.undo(source.substring(position + 1, end), line));
            advance(end + 1);
        } else if (take(OPERATOR, Kind.OPERATOR)) {
            balance(open, source.charAt(position - 1));
        } else {
            throw new TemplateFault(
                    line, "unexpected character '" + Character.toString(source.codePointAt(position)) + "'");
        }
    }

    private int stringEnd(char quote) {
        for (int i = position + 1; i < source.length(); i++) {
            if (source.charAt(i) == quote) {
                return i;
            }
            if (source.charAt(i) == '\\') {
                i++;
            }
        }
        throw new TemplateFault(line, "a string is not closed");
    }

    private void balance(Deque<Character> open, char bracket) {
        switch (bracket) {
            case '(' -> open.push(')');
            case '[' -> open.push(']');
            case '{' -> open.push('}');
            case ')', ']', '}' -> {
                if (open.isEmpty() || open.pop() != bracket) {
                    throw new TemplateFault(line, "unexpected '" + bracket + "'");
                }
            }
            default -> {}
        }
    }

    private boolean take(Pattern pattern, Kind kind) {
        Matcher matcher = pattern.matcher(source).region(position, source.length());
        if (!matcher.lookingAt()) {
            return false;
        }
        add(kind, matcher.group());
        advance(matcher.end());
        return true;
    }

    private void skipBlanks() {
        int to = position;
        while (to < source.length() && PythonText.isSpace(source.charAt(to))) {
            to++;
        }
        if (to > position) {
            advance(to);
        }
    }

    private void literal(String text) {
        if (!text.isEmpty()) {
            add(Kind.LITERAL, text);
        }
    }

    private void add(Kind kind, String text) {
        tokens.add(new Token(kind, text, line));
    }

    private void advance(int to) {
        for (int i = position; i < to; i++) {
            if (source.charAt(i) == '\n') {
                line++;
            }
        }
        lineStarting = source.charAt(to - 1) == '\n';
        position = to;
    }
}
