package org.vectorscope.cli;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One line of the log file, and the stack of what was thrown under it. */
final class LogLayout extends LayoutBase<ILoggingEvent> {
    private final DateTimeFormatter stamp =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    @Override
    public String doLayout(ILoggingEvent event) {
        IThrowableProxy thrown = event.getThrowableProxy();
        String stack = thrown == null ? "" : ThrowableProxyUtil.asString(thrown);
        return "%s %-5s [%s] %s - %s%n%s"
                .formatted(
                        stamp.format(event.getInstant()),
                        event.getLevel(),
                        event.getThreadName(),
                        event.getLoggerName(),
                        event.getFormattedMessage(),
                        stack);
    }
}
