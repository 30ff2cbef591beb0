package io.zongji.slee.container;

import io.zongji.slee.container.activity.Activities;
import io.zongji.slee.container.activity.LoadLimit;
import io.zongji.slee.container.deploy.ComponentRepository;
import io.zongji.slee.container.deploy.Deployer;
import io.zongji.slee.container.entity.EntityWorld;
import io.zongji.slee.container.facility.ActivityNames;
import io.zongji.slee.container.facility.Alarms;
import io.zongji.slee.container.facility.NullActivities;
import io.zongji.slee.container.facility.ServiceActivities;
import io.zongji.slee.container.facility.TimerWheel;
import io.zongji.slee.container.facility.Timers;
import io.zongji.slee.container.facility.Tracing;
import io.zongji.slee.container.resource.LivenessCheck;
import io.zongji.slee.container.resource.ResourceSurroundings;
import io.zongji.slee.container.router.EventRouter;
import io.zongji.slee.container.router.InitialEvents;
import io.zongji.slee.container.tx.Transactions;
import io.zongji.slee.container.usage.UsageSources;

/** The parts of a SLEE, put together. Each knows only those it needs. */
record SleeParts(
        LifeState state,
        RouterThreads threads,
        Transactions transactions,
        TimerWheel wheel,
        Activities activities,
        Alarms alarms,
        Tracing tracing,
        Timers timers,
        ActivityNames names,
        NullActivities nullActivities,
        ComponentRepository repository,
        Deployer deployer,
        InstalledComponents components,
        UsageSources usage,
        ProfileParts profiles,
        Services services,
        ResourceEntities resources,
        LivenessCheck liveness) {
    static SleeParts of(SleeContainerBuilder.Settings settings) {
        LifeState state = new LifeState();
        ComponentRepository repository = new ComponentRepository();
        InstalledComponents components = new InstalledComponents(repository);
        RouterThreads threads = new RouterThreads(settings.name(), settings.threads());
        Transactions transactions = new Transactions(settings.jta());
        TimerWheel wheel = new TimerWheel(settings.time().clock()::millis);
        Activities activities = activities(settings, components, transactions, wheel, threads);
        InitialEvents initialEvents = new InitialEvents();
        activities.deliverTo(new EventRouter(transactions, initialEvents));
        Alarms alarms =
                new Alarms(settings.time().clock(), id -> repository.find(id).isPresent());
        Tracing tracing = new Tracing(id -> repository.find(id).isPresent());
        Timers timers = new Timers(
                transactions, wheel, components.standardEventType("javax.slee.facilities.TimerEvent", "1.0"));
        ActivityNames names = new ActivityNames(transactions);
        NullActivities nullActivities = new NullActivities(activities, state::isOpen);
        UsageSources usage = new UsageSources();
        ProfileParts profiles =
                ProfileParts.of(settings, activities, components, repository, alarms, tracing, usage, state::isOpen);
        Services services = new Services(
                components,
                world(settings, transactions, wheel),
                initialEvents,
                alarms,
                tracing,
                usage,
                profiles.access());
        ResourceEntities resources = new ResourceEntities(
                repository, surroundings(activities, alarms, tracing, components, services, usage, profiles));
        ServiceActivities serviceActivities = serviceActivities(activities, components, services);
        services.wire(
                serviceActivities,
                new SbbEnvironment(
                        timers, names, alarms, tracing, nullActivities, serviceActivities, resources, profiles),
                resources);
        return new SleeParts(
                state,
                threads,
                transactions,
                wheel,
                activities,
                alarms,
                tracing,
                timers,
                names,
                nullActivities,
                repository,
                new Deployer(repository, settings.time().clock()),
                components,
                usage,
                profiles,
                services,
                resources,
                new LivenessCheck(resources::all, wheel, threads, settings.idleTime()));
    }

    private static EntityWorld world(
            SleeContainerBuilder.Settings settings, Transactions transactions, TimerWheel wheel) {
        return new EntityWorld(
                transactions, settings.naming(), settings.treeWaitMillis(), settings.idleSbbObjects(), wheel::lately);
    }

    private static ServiceActivities serviceActivities(
            Activities activities, InstalledComponents components, Services services) {
        String started = "javax.slee.serviceactivity.ServiceStartedEvent";
        return new ServiceActivities(
                activities,
                components.standardEventType(started, "1.0"),
                components.standardEventType(started, "1.1"),
                services::inactiveIfDrained);
    }

    private static Activities activities(
            SleeContainerBuilder.Settings settings,
            InstalledComponents components,
            Transactions transactions,
            TimerWheel wheel,
            RouterThreads threads) {
        return new Activities(
                transactions,
                wheel::now,
                threads,
                new LoadLimit(settings.eventsPerActivity(), settings.eventsInTotal()),
                wheel,
                components.standardEventType("javax.slee.ActivityEndEvent", "1.0"));
    }

    private static ResourceSurroundings surroundings(
            Activities activities,
            Alarms alarms,
            Tracing tracing,
            InstalledComponents components,
            Services services,
            UsageSources usage,
            ProfileParts profiles) {
        return new ResourceSurroundings(
                activities,
                alarms,
                tracing,
                components::eventType,
                services::view,
                services::activeViews,
                usage,
                profiles.access());
    }
}
