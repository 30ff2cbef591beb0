package io.zongji.slee.container.codegen;

import io.zongji.slee.container.descriptor.ProfileCmpField;
import io.zongji.slee.container.descriptor.ProfileSpecComponent;
import io.zongji.slee.container.profile.ConcreteProfile;
import io.zongji.slee.container.profile.ProfileAttribute;
import io.zongji.slee.container.profile.ProfileCall;
import io.zongji.slee.container.profile.ProfileLocal;
import io.zongji.slee.container.profile.ProfileObject;
import io.zongji.slee.container.profile.ProfileReference;
import io.zongji.slee.container.profile.ProfileTableData;
import io.zongji.slee.container.profile.ProfileTableView;
import io.zongji.slee.container.profile.ProfileType.GeneratedProfile;
import io.zongji.slee.container.usage.UsageType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javassist.ClassPool;
import javax.slee.profile.ProfileLocalObject;
import javax.slee.profile.ProfileTable;

/**
 * Generates the classes of one profile specification: the subclass of its abstract class, its local object (which has the
 * CMP interface too) and its table.
 */
public final class ProfileGenerator {
    private final ProfileSpecComponent component;
    private final ClassLoader loader;
    private final String origin;
    private final ClassPool pool;
    private final Class<?> cmp;
    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final List<ProfileAttribute> attributes = new ArrayList<>();

    private ProfileGenerator(ProfileSpecComponent component, ClassLoader loader) throws ClassNotFoundException {
        this.component = component;
        this.loader = loader;
        this.origin = component.toString();
        this.pool = ClassWriter.poolFor(loader);
        this.cmp = load(component.classes().cmpInterface());
        Map<String, Class<?>> types = new TreeMap<>();
        for (Method method : Methods.of(cmp).abstractBeyond(Object.class)) {
            if (method.getParameterCount() == 0) {
                types.put(attribute(method), method.getReturnType());
            }
        }
        types.forEach((name, type) -> {
            indexes.put(name, attributes.size());
            attributes.add(new ProfileAttribute(name, type, isUnique(name)));
        });
    }

    /** Generates what a specification needs; validation has found it sound. */
    public static GeneratedProfile generate(ProfileSpecComponent component, ClassLoader loader) {
        try {
            return new ProfileGenerator(component, loader).generate();
        } catch (ReflectiveOperationException e) {
            throw new CodeGenerationException("Cannot generate the classes of " + component.id(), e);
        }
    }

    private GeneratedProfile generate() throws ReflectiveOperationException {
        Optional<String> abstractClass = component.classes().abstractClass();
        Class<?> profile = abstractClass.isEmpty() ? null : profileClass(load(abstractClass.get()));
        return new Made(
                attributes,
                profile == null ? null : profile.getConstructor(),
                localClass().getConstructor(ProfileReference.class),
                tableClass().getConstructor(ProfileTableData.class),
                component.classes().usage().map(usage -> UsageGenerator.generate(usage, loader)));
    }

    private Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, false, loader);
    }

    private boolean isUnique(String name) {
        return component.classes().cmpFields().stream()
                .filter(field -> field.name().equals(name))
                .anyMatch(ProfileCmpField::unique);
    }

    private static String attribute(Method accessor) {
        String rest = accessor.getName().substring(3);
        return Character.toLowerCase(rest.charAt(0)) + rest.substring(1);
    }

    /** The index of the attribute a method reads or writes; null if it is no accessor of the CMP interface. */
    private Integer accessed(Method method) {
        boolean getter = method.getName().startsWith("get") && method.getParameterCount() == 0;
        boolean setter = method.getName().startsWith("set") && method.getParameterCount() == 1;
        return (getter || setter) && method.getName().length() > 3 ? indexes.get(attribute(method)) : null;
    }

    private static String accessor(Method method, String get, String set) {
        return ClassWriter.head(method)
                + (method.getParameterCount() == 0 ? " { return ($r) " + get + "; }" : " { " + set + ", ($w) $1); }");
    }

    private Class<?> profileClass(Class<?> abstractClass) throws ClassNotFoundException {
        ClassWriter writer = new ClassWriter(pool, abstractClass, "Profile", origin);
        writer.extend(abstractClass);
        writer.implement(ConcreteProfile.class);
        if (!cmp.isAssignableFrom(abstractClass)) {
            writer.implement(cmp);
        }
        String object = ProfileObject.class.getName();
        writer.field("private " + object + " zongjiObject;");
        writer.constructor("() { super(); }");
        writer.method("public void zongjiObject(" + object + " object) { zongjiObject = object; }");
        List<Method> missing = new ArrayList<>(Methods.of(abstractClass).abstractBeyond(Object.class));
        if (!cmp.isAssignableFrom(abstractClass)) {
            missing.addAll(Methods.of(cmp).abstractBeyond(abstractClass));
        }
        missing.forEach(method -> writer.method(profileMethod(method)));
        return writer.define();
    }

    private String profileMethod(Method method) {
        Integer index = accessed(method);
        if (index != null) {
            return accessor(method, "zongjiObject.get(" + index + ")", "zongjiObject.set(" + index);
        }
        String head = ClassWriter.head(method);
        return switch (method.getName()) {
            case "getDefaultUsageParameterSet" -> head + " { return ($r) zongjiObject.usageSet(); }";
            case "getUsageParameterSet" -> head + " { return ($r) zongjiObject.usageSet($1); }";
            case "isProfileDirty" -> head + " { return zongjiObject.isDirty(); }";
            case "markProfileDirty" -> head + " { zongjiObject.markDirty(); }";
            case "isProfileValid" -> head + " { return zongjiObject.isValid($1); }";
            default ->
                throw new CodeGenerationException(
                        component.id() + " has an abstract method that is no attribute's: " + method, null);
        };
    }

    private Class<?> localClass() throws ClassNotFoundException {
        Class<?> local = component.classes().localInterface().isPresent()
                ? load(component.classes().localInterface().get())
                : ProfileLocalObject.class;
        ClassWriter writer = new ClassWriter(pool, cmp, "Local", origin);
        writer.extend(ProfileLocal.class);
        writer.implement(local);
        if (!cmp.isAssignableFrom(local)) {
            writer.implement(cmp);
        }
        writer.constructor("(" + ProfileReference.class.getName() + " reference) { super(reference); }");
        List<Method> methods = new ArrayList<>(Methods.of(local).abstractBeyond(ProfileLocalObject.class));
        if (!cmp.isAssignableFrom(local)) {
            methods.addAll(Methods.of(cmp).abstractBeyond(local));
        }
        for (Method method : methods) {
            Integer index = accessed(method);
            writer.method(
                    index == null
                            ? businessMethod(method)
                            : accessor(method, "zongjiGet(" + index + ")", "zongjiSet(" + index));
        }
        return writer.define();
    }

    private String businessMethod(Method method) {
        String abstractClass = component
                .classes()
                .abstractClass()
                .orElseThrow(() ->
                        new CodeGenerationException(component.id() + " has no class that implements " + method, null));
        String call = "((" + abstractClass + ") call.profile())." + method.getName() + "($$)";
        String result = ClassWriter.source(method.getReturnType());
        String body = method.getReturnType() == void.class
                ? call + "; call.leave(); return;"
                : result + " result = (" + result + ") " + call + "; call.leave(); return result;";
        return ClassWriter.head(method) + " { " + ProfileCall.class.getName() + " call = zongjiEnter(); try { " + body
                + " } catch (Throwable thrown) { throw call.failed(thrown); } }";
    }

    private Class<?> tableClass() throws ClassNotFoundException {
        Class<?> table = component.classes().tableInterface().isPresent()
                ? load(component.classes().tableInterface().get())
                : ProfileTable.class;
        ClassWriter writer = new ClassWriter(pool, cmp, "Table", origin);
        writer.extend(ProfileTableView.class);
        writer.implement(table);
        writer.constructor("(" + ProfileTableData.class.getName() + " table) { super(table); }");
        for (Method method : Methods.of(table).abstractBeyond(ProfileTable.class)) {
            writer.method(ClassWriter.head(method) + " { return zongjiQuery(\"" + queryOf(method) + "\", $args); }");
        }
        return writer.define();
    }

    private String queryOf(Method method) {
        return component.queries().stream()
                .map(query -> query.name())
                .filter(name ->
                        method.getName().equals("query" + Character.toUpperCase(name.charAt(0)) + name.substring(1)))
                .findFirst()
                .orElseThrow(() ->
                        new CodeGenerationException(component.id() + " has no query for the method " + method, null));
    }

    private record Made(
            List<ProfileAttribute> attributes,
            Constructor<?> profile,
            Constructor<?> local,
            Constructor<?> table,
            Optional<UsageType> usage)
            implements GeneratedProfile {
        @Override
        public ConcreteProfile newProfile() {
            return profile == null ? null : (ConcreteProfile) instance(profile);
        }

        @Override
        public ProfileLocal newLocal(ProfileReference reference) {
            return (ProfileLocal) instance(local, reference);
        }

        @Override
        public ProfileTableView newTable(ProfileTableData data) {
            return (ProfileTableView) instance(table, data);
        }

        private static Object instance(Constructor<?> constructor, Object... arguments) {
            try {
                return constructor.newInstance(arguments);
            } catch (ReflectiveOperationException e) {
                throw new CodeGenerationException("Cannot instantiate " + constructor.getDeclaringClass(), e);
            }
        }
    }
}
