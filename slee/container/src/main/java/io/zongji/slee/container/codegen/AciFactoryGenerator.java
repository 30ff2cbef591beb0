package io.zongji.slee.container.codegen;

import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.resource.AciFactory;
import java.lang.reflect.Method;
import java.util.function.Function;

/** Generates the class behind an RA type's activity context interface factory. */
public final class AciFactoryGenerator {
    private AciFactoryGenerator() {}

    /** An instance of the factory interface that finds contexts with the given function. */
    public static Object generate(Class<?> factory, Function<Object, ActivityContext> finder) {
        ClassWriter writer =
                new ClassWriter(ClassWriter.poolFor(factory.getClassLoader()), factory, "Factory", factory.getName());
        writer.extend(AciFactory.class);
        writer.implement(factory);
        writer.constructor("() { super(); }");
        for (Method method : Methods.of(factory).abstractBeyond(Object.class)) {
            writer.method(ClassWriter.head(method) + " { return zongjiFind($1); }");
        }
        try {
            AciFactory instance = (AciFactory) writer.define().getConstructor().newInstance();
            instance.zongjiFinder(finder);
            return instance;
        } catch (ReflectiveOperationException e) {
            throw new CodeGenerationException("Cannot instantiate the factory " + factory.getName(), e);
        }
    }
}
