package io.zongji.web.setup;

import jakarta.faces.component.UIInput;
import jakarta.faces.event.PostValidateEvent;
import jakarta.faces.event.SystemEvent;
import jakarta.faces.event.SystemEventListener;

/** Marks the fields whose content was refused, for eyes and for programs that read to people who do not see, until it is right. */
public final class FieldMarks implements SystemEventListener {
    private static final String MARK = "aria-invalid";

    @Override
    public boolean isListenerForSource(Object source) {
        return source instanceof UIInput;
    }

    @Override
    public void processEvent(SystemEvent event) {
        if (event instanceof PostValidateEvent validated && validated.getComponent() instanceof UIInput field) {
            if (field.isValid()) {
                field.getPassThroughAttributes().remove(MARK);
            } else {
                mark(field);
            }
        }
    }

    static void mark(UIInput field) {
        field.getPassThroughAttributes().put(MARK, "true");
    }
}
