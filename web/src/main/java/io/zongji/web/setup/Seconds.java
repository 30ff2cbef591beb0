package io.zongji.web.setup;

import io.zongji.web.Words;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;

/** Shows the milliseconds of a row as whole seconds; an empty field is null. */
@FacesConverter("seconds")
public class Seconds implements Converter<Integer> {

    private static final int LONGEST = 24 * 3600;

    @Override
    public Integer getAsObject(FacesContext context, UIComponent field, String text) {
        if (Identifiers.blank(text)) {
            return null;
        }
        try {
            int seconds = Integer.parseInt(text.trim());
            if (seconds >= 0 && seconds <= LONGEST) {
                return seconds * 1000;
            }
        } catch (NumberFormatException e) {
            // Told below, as any other wrong value.
        }
        String told = Words.in(context.getViewRoot().getLocale())
                .get("setup.badSeconds", field.getAttributes().get("label"), LONGEST);
        throw new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, told, null));
    }

    @Override
    public String getAsString(FacesContext context, UIComponent field, Integer milliseconds) {
        return milliseconds == null ? "" : Integer.toString(milliseconds / 1000);
    }
}
