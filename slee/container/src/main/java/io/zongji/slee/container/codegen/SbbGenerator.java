package io.zongji.slee.container.codegen;

import io.zongji.slee.container.descriptor.CmpField;
import io.zongji.slee.container.descriptor.SbbComponent;
import io.zongji.slee.container.entity.Callback;
import io.zongji.slee.container.entity.CmpState;
import io.zongji.slee.container.entity.LocalObject;
import io.zongji.slee.container.entity.SbbCall;
import io.zongji.slee.container.entity.SbbEntity;
import io.zongji.slee.container.entity.SbbType.GeneratedSbb;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javassist.ClassPool;
import javassist.CtMethod;
import javassist.NotFoundException;
import javax.slee.SbbLocalObject;
import org.mobicents.slee.SbbLocalObjectExt;

/**
 * Generates the classes of one SBB: CMP state, activity context interface, local object and the concrete SBB. They sit in
 * the abstract class's package and loader; handlers and accessors are plain calls and fields there, no reflection.
 */
public final class SbbGenerator {
    private final SbbComponent component;
    private final ClassLoader loader;
    private final String origin;
    private final ClassPool pool;
    private final Class<?> abstractClass;

    private SbbGenerator(SbbComponent component, ClassLoader loader) throws ClassNotFoundException {
        this.component = component;
        this.loader = loader;
        this.origin = component.toString();
        this.pool = ClassWriter.poolFor(loader);
        this.abstractClass = load(component.classes().abstractClass());
    }

    /**
     * Generates what an SBB needs.
     *
     * @param eventClasses of the component's events, in the same order
     */
    public static GeneratedSbb generate(SbbComponent component, ClassLoader loader, List<Class<?>> eventClasses) {
        try {
            return new SbbGenerator(component, loader).generate(eventClasses);
        } catch (ReflectiveOperationException | NotFoundException e) {
            throw new CodeGenerationException("Cannot generate the classes of " + component.id(), e);
        }
    }

    private GeneratedSbb generate(List<Class<?>> eventClasses) throws ReflectiveOperationException, NotFoundException {
        Class<?> state = stateClass();
        Optional<AciGenerator> aci = aciGenerator();
        Class<?> concrete = new ConcreteSbbGenerator(pool, abstractClass, component, origin)
                .generate(state, aci.orElse(null), eventClasses);
        Class<?> local = localObjectClass();
        return new Generated(
                concrete,
                (CmpState) state.getConstructor().newInstance(),
                (LocalObject) local.getConstructor(SbbEntity.class).newInstance((Object) null),
                aci.map(AciGenerator::attributes).orElse(List.of()),
                callbacksWithBody(),
                component.classes().usage().map(usage -> UsageGenerator.generate(usage, loader)));
    }

    private Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, true, loader);
    }

    private Class<?> stateClass() {
        ClassWriter writer = new ClassWriter(pool, abstractClass, "State", origin);
        writer.extend(CmpState.class);
        StringBuilder copy = new StringBuilder();
        Methods methods = Methods.of(abstractClass);
        for (CmpField field : component.classes().cmpFields()) {
            Optional<Method> getter = Methods.mostSpecific(methods.abstractNamed(field.getter(), 0));
            Optional<Method> setter =
                    methods.abstractNamed(field.setter(), 1).stream().findFirst();
            Class<?> type = getter.map(Method::getReturnType)
                    .or(() -> setter.map(method -> method.getParameterTypes()[0]))
                    .orElse(Object.class);
            writer.field("public " + ClassWriter.source(type) + " f_" + field.name() + ";");
            copy.append("copy.f_")
                    .append(field.name())
                    .append(" = f_")
                    .append(field.name())
                    .append("; ");
        }
        writer.constructor("() { super(); }");
        writer.method("public " + CmpState.class.getName() + " zongjiCopy() { " + writer.name() + " copy = new "
                + writer.name() + "(); " + copy + "return copy; }");
        return writer.define();
    }

    private Optional<AciGenerator> aciGenerator() throws ClassNotFoundException {
        Optional<String> name = component.classes().activityContextInterface();
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new AciGenerator(pool, abstractClass, load(name.get()), origin));
    }

    private Class<?> localObjectClass() throws ClassNotFoundException {
        Class<?> local = component.classes().localInterface().isPresent()
                ? load(component.classes().localInterface().get())
                : SbbLocalObject.class;
        ClassWriter writer = new ClassWriter(pool, abstractClass, "Local", origin);
        writer.extend(LocalObject.class);
        writer.implement(local);
        String entity = SbbEntity.class.getName();
        writer.constructor("(" + entity + " entity) { super(entity); }");
        writer.method("public " + LocalObject.class.getName() + " zongjiFor(" + entity + " other) { return new "
                + writer.name() + "(other); }");
        for (Method method : Methods.of(local)
                .abstractBeyond(
                        SbbLocalObjectExt.class.isAssignableFrom(local)
                                ? SbbLocalObjectExt.class
                                : SbbLocalObject.class)) {
            writer.method(businessMethod(method));
        }
        return writer.define();
    }

    private String businessMethod(Method method) {
        String call = "((" + abstractClass.getName() + ") call.sbb())." + method.getName() + "($$)";
        String body = method.getReturnType() == void.class
                ? call + "; call.leave(); return;"
                : ClassWriter.source(method.getReturnType()) + " result = ("
                        + ClassWriter.source(method.getReturnType()) + ") " + call + "; call.leave(); return result;";
        return ClassWriter.head(method) + " { " + SbbCall.class.getName() + " call = zongjiEnter(); try { " + body
                + " } catch (Throwable thrown) { throw call.failed(thrown); } }";
    }

    private Set<Callback> callbacksWithBody() throws NotFoundException {
        Set<Callback> result = EnumSet.noneOf(Callback.class);
        List<String> bodies = new ArrayList<>();
        for (CtMethod method : pool.get(abstractClass.getName()).getMethods()) {
            if (method.getParameterTypes().length == 0 && !method.isEmpty()) {
                bodies.add(method.getName());
            }
        }
        for (Callback callback : Callback.values()) {
            if (bodies.contains(callback.method())) {
                result.add(callback);
            }
        }
        return result;
    }
}
