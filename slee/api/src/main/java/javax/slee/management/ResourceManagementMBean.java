package javax.slee.management;

import javax.management.ObjectName;
import javax.slee.InvalidArgumentException;
import javax.slee.InvalidStateException;
import javax.slee.SbbID;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.InvalidConfigurationException;
import javax.slee.resource.ResourceAdaptorID;

/**
 * Creates, configures and activates resource adaptor entities and binds link names. Emits a
 * {@link ResourceAdaptorEntityStateChangeNotification} per change of state.
 */
public interface ResourceManagementMBean {
    /** The object name of this MBean. */
    String OBJECT_NAME = "javax.slee.management:name=ResourceManagement";

    /** The JMX type of changes of entities' states. */
    String RESOURCE_ADAPTOR_ENTITY_STATE_CHANGE_NOTIFICATION_TYPE =
            "javax.slee.management.resourceadaptorentitystatechange";

    /** The properties of a resource adaptor with their default values. */
    ConfigProperties getConfigurationProperties(ResourceAdaptorID id)
            throws NullPointerException, UnrecognizedResourceAdaptorException, ManagementException;

    /** The properties of an entity. */
    ConfigProperties getConfigurationProperties(String entityName)
            throws NullPointerException, UnrecognizedResourceAdaptorEntityException, ManagementException;

    /** Creates an inactive entity. */
    void createResourceAdaptorEntity(ResourceAdaptorID id, String entityName, ConfigProperties properties)
            throws NullPointerException, InvalidArgumentException, UnrecognizedResourceAdaptorException,
                    ResourceAdaptorEntityAlreadyExistsException, InvalidConfigurationException, ManagementException;

    /** Removes an inactive entity without links. */
    void removeResourceAdaptorEntity(String entityName)
            throws NullPointerException, UnrecognizedResourceAdaptorEntityException, InvalidStateException,
                    DependencyException, ManagementException;

    /** Changes properties of an entity; those not given stay. */
    void updateConfigurationProperties(String entityName, ConfigProperties properties)
            throws NullPointerException, UnrecognizedResourceAdaptorEntityException, InvalidStateException,
                    InvalidConfigurationException, ManagementException;

    /** The resource adaptor of an entity. */
    ResourceAdaptorID getResourceAdaptor(String entityName)
            throws NullPointerException, UnrecognizedResourceAdaptorEntityException, ManagementException;

    /** Activates an inactive entity. */
    void activateResourceAdaptorEntity(String entityName)
            throws NullPointerException, UnrecognizedResourceAdaptorEntityException, InvalidStateException,
                    ManagementException;

    /** Deactivates an active entity. */
    void deactivateResourceAdaptorEntity(String entityName)
            throws NullPointerException, UnrecognizedResourceAdaptorEntityException, InvalidStateException,
                    ManagementException;

    /** The state of an entity. */
    ResourceAdaptorEntityState getState(String entityName)
            throws NullPointerException, UnrecognizedResourceAdaptorEntityException, ManagementException;

    /** The names of all entities. */
    String[] getResourceAdaptorEntities() throws ManagementException;

    /** The names of the entities of a resource adaptor. */
    String[] getResourceAdaptorEntities(ResourceAdaptorID id)
            throws NullPointerException, UnrecognizedResourceAdaptorException, ManagementException;

    /** The names of the entities in a state. */
    String[] getResourceAdaptorEntities(ResourceAdaptorEntityState state)
            throws NullPointerException, ManagementException;

    /** Binds a link name to an entity. */
    void bindLinkName(String entityName, String linkName)
            throws NullPointerException, InvalidArgumentException, UnrecognizedResourceAdaptorEntityException,
                    LinkNameAlreadyBoundException, ManagementException;

    /** Frees a link name that no SBB uses. */
    void unbindLinkName(String linkName)
            throws NullPointerException, UnrecognizedLinkNameException, DependencyException, ManagementException;

    /** All bound link names. */
    String[] getLinkNames() throws ManagementException;

    /** The link names of an entity. */
    String[] getLinkNames(String entityName)
            throws NullPointerException, UnrecognizedResourceAdaptorEntityException, ManagementException;

    /** The SBBs that use a link name. */
    SbbID[] getBoundSbbs(String linkName)
            throws NullPointerException, UnrecognizedLinkNameException, ManagementException;

    /** The name of the entity of a link name. */
    String getResourceAdaptorEntity(String linkName)
            throws NullPointerException, UnrecognizedLinkNameException, ManagementException;

    /** The names of the entities of link names, in the same order, null where one is not bound. */
    String[] getResourceAdaptorEntities(String[] linkNames) throws NullPointerException, ManagementException;

    /** The name of the {@link ResourceUsageMBean} of an entity. */
    ObjectName getResourceUsageMBean(String entityName)
            throws NullPointerException, UnrecognizedResourceAdaptorEntityException, InvalidArgumentException,
                    ManagementException;
}
