package io.zongji.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** All that is asked below {@code /api}. */
@ApplicationPath("/api")
public class ApiApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                SleeResource.class,
                MeResource.class,
                AgentResource.class,
                QueueResource.class,
                CallResource.class,
                AgentStateResource.class,
                CustomerResource.class,
                RecordingResource.class,
                WrapUpResource.class,
                OnlineRightResource.class,
                Entrance.class,
                JsonWriter.class,
                ProblemMapper.class);
    }
}
