package org.bankfeed.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes JSON objects, each on a line of its own; absent values are left out, amounts are decimal texts. */
final class JsonLines implements Closeable {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private final JsonGenerator out;

    JsonLines(OutputStream out) throws IOException {
        this.out = JSON.createGenerator(out).setRootValueSeparator(null);
    }

    /** Writes the inside of an object. */
    @FunctionalInterface
    interface Inside {
        void write() throws IOException;
    }

    void line(Inside inside) throws IOException {
        element(inside);
        out.writeRaw('\n');
    }

    void element(Inside inside) throws IOException {
        out.writeStartObject();
        inside.write();
        out.writeEndObject();
    }

    void object(String field, Inside inside) throws IOException {
        out.writeFieldName(field);
        element(inside);
    }

    void array(String field, Inside inside) throws IOException {
        out.writeArrayFieldStart(field);
        inside.write();
        out.writeEndArray();
    }

    void text(String field, @Nullable Object value) throws IOException {
        if (value != null) {
            out.writeStringField(field, value.toString());
        }
    }

    void amount(String field, @Nullable BigDecimal amount) throws IOException {
        text(field, amount == null ? null : amount.toPlainString());
    }

    void number(String field, double number) throws IOException {
        out.writeNumberField(field, number);
    }

    void texts(String field, List<String> texts) throws IOException {
        out.writeArrayFieldStart(field);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    void applications(List<HistoryApplication> applications) throws IOException {
        array("applications", () -> {
            for (HistoryApplication application : applications) {
                element(() -> {
                    text("invoiceId", application.invoiceId());
                    amount("amount", application.amount());
                    amount("writeOff", application.writeOff());
                    text("takesBack", application.takesBack());
                });
            }
        });
    }

    void flush() throws IOException {
        out.flush();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
