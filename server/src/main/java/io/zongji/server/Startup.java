package io.zongji.server;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the call centre when the archive is deployed and stops it when it is undeployed. */
@Singleton
@jakarta.ejb.Startup
public class Startup {
    private static final Logger log = LoggerFactory.getLogger(Startup.class);

    @PostConstruct
    void start() {
        log.info("Zongji started");
    }

    @PreDestroy
    void stop() {
        log.info("Zongji stopped");
    }
}
