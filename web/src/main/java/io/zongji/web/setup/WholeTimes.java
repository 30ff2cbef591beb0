package io.zongji.web.setup;

import io.zongji.web.Words;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;

/** Shows the milliseconds of a row as whole units, up to a day; an empty field is null. */
abstract class WholeTimes implements Converter<Integer> {

    private static final int DAY = 24 * 3600 * 1000;

    private final int unit;
    private final String refusal;

    /**
     * Of one unit.
     *
     * @param unit    its milliseconds
     * @param refusal the key of what is said of a wrong value; gets the field's label and the largest value
     */
    WholeTimes(int unit, String refusal) {
        this.unit = unit;
        this.refusal = refusal;
    }

    @Override
    public Integer getAsObject(FacesContext context, UIComponent field, String text) {
        if (Identifiers.blank(text)) {
            return null;
        }
        try {
            int units = Integer.parseInt(text.trim());
            if (units >= 0 && units <= DAY / unit) {
                return units * unit;
            }
        } catch (NumberFormatException e) {
            // Told below, as any other wrong value.
        }
        String told = Words.in(context.getViewRoot().getLocale())
                .get(refusal, field.getAttributes().get("label"), DAY / unit);
        throw new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, told, null));
    }

    @Override
    public String getAsString(FacesContext context, UIComponent field, Integer milliseconds) {
        return milliseconds == null ? "" : Integer.toString(milliseconds / unit);
    }
}
