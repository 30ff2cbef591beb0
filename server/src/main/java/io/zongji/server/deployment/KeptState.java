package io.zongji.server.deployment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.slee.ComponentID;
import javax.slee.ServiceID;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.ResourceAdaptorID;

/**
 * What the next start brings back beside what the archive itself sets up. Lists are in the order of restoration.
 *
 * @param services those that are active
 */
record KeptState(List<Unit> units, List<Entity> entities, List<Link> links, List<Service> services) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static final KeptState NOTHING = new KeptState(List.of(), List.of(), List.of(), List.of());

    KeptState {
        units = List.copyOf(units);
        entities = List.copyOf(entities);
        links = List.copyOf(links);
        services = List.copyOf(services);
    }

    /** @param file in the folder of units; null for a directory elsewhere that is used in place */
    record Unit(String url, String file) {
        String part() {
            return "unit " + url;
        }
    }

    /** @param unit the URL of the unit it came with */
    record Entity(String unit, Id adaptor, String name, List<Property> properties, boolean active) {
        Entity {
            properties = List.copyOf(properties);
        }

        String part() {
            return "RA entity " + name;
        }

        ConfigProperties configuration() {
            ConfigProperties configuration = new ConfigProperties();
            for (Property property : properties) {
                configuration.addProperty(new ConfigProperties.Property(
                        property.name(),
                        property.type(),
                        ConfigProperties.Property.toObject(property.type(), property.value())));
            }
            return configuration;
        }
    }

    record Property(String name, String type, String value) {
        static List<Property> of(ConfigProperties configuration) {
            return Arrays.stream(configuration.getProperties())
                    .map(one -> new Property(one.getName(), one.getType(), String.valueOf(one.getValue())))
                    .toList();
        }
    }

    record Link(String name, String entity) {
        String part() {
            return "RA link " + name;
        }
    }

    /** @param unit the URL of the unit it came with */
    record Service(String unit, Id id) {
        String part() {
            return id.service().toString();
        }
    }

    /** Of a component. */
    record Id(String name, String vendor, String version) {
        static Id of(ComponentID id) {
            return new Id(id.getName(), id.getVendor(), id.getVersion());
        }

        ServiceID service() {
            return new ServiceID(name, vendor, version);
        }

        ResourceAdaptorID adaptor() {
            return new ResourceAdaptorID(name, vendor, version);
        }
    }

    /** This and then the other. */
    KeptState plus(KeptState other) {
        return new KeptState(
                joined(units, other.units),
                joined(entities, other.entities),
                joined(links, other.links),
                joined(services, other.services));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }

    /** The rest of it. */
    KeptState without(
            Predicate<Unit> unit, Predicate<Entity> entity, Predicate<Link> link, Predicate<Service> service) {
        return new KeptState(
                units.stream().filter(unit.negate()).toList(),
                entities.stream().filter(entity.negate()).toList(),
                links.stream().filter(link.negate()).toList(),
                services.stream().filter(service.negate()).toList());
    }

    /** Without what came with units that neither are part of this nor among those named, and links to nothing. */
    KeptState within(Set<String> urls) {
        Set<String> known =
                Stream.concat(urls.stream(), units.stream().map(Unit::url)).collect(Collectors.toSet());
        KeptState within = without(
                nothing -> false,
                entity -> !known.contains(entity.unit()),
                nothing -> false,
                service -> !known.contains(service.unit()));
        Set<String> names = within.entities.stream().map(Entity::name).collect(Collectors.toSet());
        return within.without(
                nothing -> false, nothing -> false, link -> !names.contains(link.entity()), nothing -> false);
    }

    /** What alarms call its parts. */
    List<String> parts() {
        return Stream.of(
                        units.stream().map(Unit::part),
                        entities.stream().map(Entity::part),
                        links.stream().map(Link::part),
                        services.stream().map(Service::part))
                .flatMap(part -> part)
                .toList();
    }

    /** @throws IOException it cannot be read or understood */
    static KeptState read(Path file) throws IOException {
        return Files.exists(file) ? JSON.readValue(file.toFile(), KeptState.class) : NOTHING;
    }

    /** Replaces the file in one step: a crash leaves the one or the other. */
    void write(Path file) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(next, text());
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String text() {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Records of text are always JSON", e);
        }
    }
}
