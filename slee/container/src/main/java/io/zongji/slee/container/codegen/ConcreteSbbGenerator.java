package io.zongji.slee.container.codegen;

import io.zongji.slee.container.activity.Aci;
import io.zongji.slee.container.activity.QueuedEvent;
import io.zongji.slee.container.descriptor.ChildRelationMethod;
import io.zongji.slee.container.descriptor.CmpField;
import io.zongji.slee.container.descriptor.ProfileCmpMethod;
import io.zongji.slee.container.descriptor.SbbComponent;
import io.zongji.slee.container.descriptor.SbbEvent;
import io.zongji.slee.container.entity.CmpState;
import io.zongji.slee.container.entity.ConcreteSbb;
import io.zongji.slee.container.entity.SbbObject;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import javassist.ClassPool;
import javax.slee.ActivityContextInterface;
import javax.slee.EventContext;
import javax.slee.InitialEventSelector;
import javax.slee.SbbLocalObject;
import javax.slee.profile.ProfileLocalObject;

/** Generates the concrete subclass of an SBB abstract class. */
final class ConcreteSbbGenerator {
    private static final String OBJECT = SbbObject.class.getName();

    /** Types of CMP fields that refer to things of the SLEE, which may be gone before the field is read. */
    private static final List<Class<?>> REFERENCES =
            List.of(ActivityContextInterface.class, EventContext.class, ProfileLocalObject.class, SbbLocalObject.class);

    private final SbbComponent component;
    private final Methods methods;
    private final ClassWriter writer;
    private Class<?> state;
    private String aciClass;
    private Class<?> aciInterface;

    ConcreteSbbGenerator(ClassPool pool, Class<?> abstractClass, SbbComponent component, String origin) {
        this.component = component;
        this.methods = Methods.of(abstractClass);
        this.writer = new ClassWriter(pool, abstractClass, "Sbb", origin);
        writer.extend(abstractClass);
        writer.implement(ConcreteSbb.class);
    }

    Class<?> generate(Class<?> stateClass, AciGenerator aci, List<Class<?>> eventClasses) {
        state = stateClass;
        if (aci != null) {
            aciInterface = aci.aciInterface();
            aciClass = aci.generate().getName();
        }
        plumbing();
        component.classes().cmpFields().forEach(this::cmpAccessors);
        childRelations();
        activityContextInterface();
        fireMethods();
        profileMethods();
        usageMethods();
        dispatch(eventClasses);
        selectors();
        return writer.define();
    }

    private void plumbing() {
        writer.field("private " + OBJECT + " zongjiObject;");
        writer.field("private " + state.getName() + " zongjiState;");
        writer.constructor("() { super(); }");
        writer.method("public void zongjiObject(" + OBJECT + " object) { zongjiObject = object; }");
        writer.method("public void zongjiState(" + CmpState.class.getName() + " state) { zongjiState = ("
                + state.getName() + ") state; }");
    }

    private void cmpAccessors(CmpField field) {
        for (Method getter : methods.abstractNamed(field.getter(), 0)) {
            writer.method(ClassWriter.head(getter) + " { " + state.getName() + " state = zongjiState;"
                    + " if (state == null) { throw zongjiObject.notAssigned(); } return ("
                    + ClassWriter.source(getter.getReturnType()) + ") "
                    + value("state.f_" + field.name(), getter.getReturnType()) + "; }");
        }
        for (Method setter : methods.abstractNamed(field.setter(), 1)) {
            writer.method(ClassWriter.head(setter) + " { ((" + state.getName() + ") zongjiObject.stateToWrite()).f_"
                    + field.name() + " = $1; }");
        }
    }

    private static String value(String field, Class<?> type) {
        boolean perishable = REFERENCES.stream().anyMatch(kind -> kind.isAssignableFrom(type));
        return perishable ? OBJECT + ".stillThere(" + field + ")" : field;
    }

    private void childRelations() {
        List<ChildRelationMethod> relations = component.classes().childRelations();
        for (int i = 0; i < relations.size(); i++) {
            for (Method getter : methods.abstractNamed(relations.get(i).method(), 0)) {
                writer.method(ClassWriter.head(getter) + " { return ("
                        + getter.getReturnType().getName() + ") zongjiObject.childRelation(" + i + "); }");
            }
        }
    }

    private void activityContextInterface() {
        for (Method narrow : methods.abstractNamed("asSbbActivityContextInterface", 1)) {
            writer.method(ClassWriter.head(narrow) + " { return " + narrowed("$1") + "; }");
        }
    }

    private String narrowed(String aci) {
        return "new " + aciClass + "(" + Aci.class.getName() + ".contextOf(" + aci + "), zongjiObject.attributeKeys())";
    }

    private void fireMethods() {
        List<SbbEvent> events = component.events();
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i).direction().fires()) {
                for (int parameters = 3; parameters <= 4; parameters++) {
                    String service = parameters == 4 ? "$4" : "null";
                    for (Method fire : methods.abstractNamed(events.get(i).fireMethod(), parameters)) {
                        writer.method(ClassWriter.head(fire) + " { zongjiObject.fire(" + i + ", $1, $2, $3, " + service
                                + "); }");
                    }
                }
            }
        }
    }

    private void profileMethods() {
        List<ProfileCmpMethod> profiles = component.classes().profileCmpMethods();
        for (int i = 0; i < profiles.size(); i++) {
            for (Method getter : methods.abstractNamed(profiles.get(i).method(), 1)) {
                writer.method(ClassWriter.head(getter) + " { return ("
                        + getter.getReturnType().getName() + ") zongjiObject.surroundings().profile(" + i + ", $1); }");
            }
        }
    }

    private void usageMethods() {
        for (Method getter : methods.abstractNamed("getDefaultSbbUsageParameterSet", 0)) {
            writer.method(ClassWriter.head(getter) + " { return ("
                    + getter.getReturnType().getName() + ") zongjiObject.surroundings().usageSet(); }");
        }
        for (Method getter : methods.abstractNamed("getSbbUsageParameterSet", 1)) {
            writer.method(ClassWriter.head(getter) + " { return ("
                    + getter.getReturnType().getName() + ") zongjiObject.surroundings().usageSet($1); }");
        }
    }

    private void dispatch(List<Class<?>> eventClasses) {
        StringBuilder cases = new StringBuilder();
        for (int i = 0; i < component.events().size(); i++) {
            if (component.events().get(i).direction().receives()) {
                cases.append("case ").append(i).append(": { ").append(handlerCall(i, eventClasses.get(i)));
                cases.append(" return; } ");
            }
        }
        writer.method("public void zongjiDispatch(int index, " + QueuedEvent.class.getName() + " queued) { "
                + switchOver(cases) + " throw new IllegalArgumentException(\"no handler \" + index); }");
    }

    private static String switchOver(CharSequence cases) {
        return cases.isEmpty() ? "" : "switch (index) { " + cases + "}";
    }

    private String handlerCall(int index, Class<?> eventClass) {
        String name = component.events().get(index).handlerMethod();
        Method handler = handler(name, eventClass);
        Class<?>[] parameters = handler.getParameterTypes();
        String event = "(" + ClassWriter.source(parameters[0]) + ") queued.getEvent()";
        String aci = aciInterface != null && parameters[1] == aciInterface
                ? narrowed("queued.context().aci()")
                : "queued.context().aci()";
        String context = parameters.length == 3 ? ", (" + EventContext.class.getName() + ") queued" : "";
        return name + "(" + event + ", " + aci + context + ");";
    }

    /** The handler that takes exactly the event class, else one that takes a supertype of it. */
    private Method handler(String name, Class<?> eventClass) {
        Method best = null;
        for (int parameters = 2; parameters <= 3; parameters++) {
            for (Method method : methods.named(name, parameters)) {
                Class<?> accepted = method.getParameterTypes()[0];
                if (accepted == eventClass || best == null && accepted.isAssignableFrom(eventClass)) {
                    best = method;
                }
            }
        }
        if (best == null) {
            throw new CodeGenerationException(
                    component.id() + " has no handler " + name + "(" + eventClass.getName() + ", ...)", null);
        }
        return best;
    }

    private void selectors() {
        StringBuilder cases = new StringBuilder();
        for (int i = 0; i < component.events().size(); i++) {
            Optional<String> selector = component.events().get(i).initialEventSelector();
            if (selector.isPresent()) {
                cases.append("case ")
                        .append(i)
                        .append(": return ")
                        .append(selector.get())
                        .append("($2); ");
            }
        }
        String type = InitialEventSelector.class.getName();
        writer.method("public " + type + " zongjiSelect(int index, " + type + " selector) { " + switchOver(cases)
                + " return selector; }");
    }
}
