package io.zongji.slee.container.management;

import static java.util.Objects.requireNonNull;

import io.zongji.slee.container.profile.Profiles;
import io.zongji.slee.container.usage.UsageParameterSets;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.management.ObjectName;
import javax.slee.InvalidArgumentException;
import javax.slee.management.ManagementException;
import javax.slee.management.ProfileProvisioningMBean;
import javax.slee.management.ProfileTableNotification;
import javax.slee.profile.AttributeNotIndexedException;
import javax.slee.profile.AttributeTypeMismatchException;
import javax.slee.profile.ProfileAlreadyExistsException;
import javax.slee.profile.ProfileID;
import javax.slee.profile.ProfileMBean;
import javax.slee.profile.ProfileSpecificationID;
import javax.slee.profile.ProfileTableAlreadyExistsException;
import javax.slee.profile.UnrecognizedAttributeException;
import javax.slee.profile.UnrecognizedProfileNameException;
import javax.slee.profile.UnrecognizedProfileSpecificationException;
import javax.slee.profile.UnrecognizedProfileTableNameException;
import javax.slee.profile.UnrecognizedQueryNameException;
import javax.slee.profile.query.QueryExpression;

/** Profile tables and profiles; the MBean of a profile is registered when somebody asks for it. */
final class ProfileProvisioning extends ToldBean implements ProfileProvisioningMBean {
    private final Profiles profiles;
    private final RegisteredBeans beans;
    private final UsageBeans usage;
    private final Map<String, ObjectName> open = new ConcurrentHashMap<>();

    ProfileProvisioning(Profiles profiles, RegisteredBeans beans, UsageBeans usage, OperationListener listener) {
        super(ProfileProvisioningMBean.class, listener);
        this.profiles = requireNonNull(profiles, "profiles");
        this.beans = requireNonNull(beans, "beans");
        this.usage = requireNonNull(usage, "usage");
    }

    private static String nameOf(String table, String profile) {
        return ProfileMBean.BASE_OBJECT_NAME
                + ','
                + ProfileMBean.PROFILE_TABLE_NAME_KEY
                + '='
                + ObjectName.quote(table)
                + ','
                + ProfileMBean.PROFILE_NAME_KEY
                + '='
                + (profile == null ? "" : ObjectName.quote(profile));
    }

    /** @param profile null for the default profile */
    private synchronized ObjectName open(String table, String profile, boolean fresh)
            throws UnrecognizedProfileTableNameException, ManagementException {
        String name = nameOf(table, profile);
        ObjectName known = open.get(name);
        if (known == null) {
            ProfileBean bean = new ProfileBean(profiles, table, profile, fresh, () -> close(name));
            known = beans.register(bean, name);
            open.put(name, known);
        }
        return known;
    }

    private synchronized void close(String name) {
        ObjectName known = open.remove(name);
        if (known != null) {
            beans.unregister(known);
        }
    }

    /** The MBeans of a table's profiles, which is gone. */
    private synchronized void closeAll(String table) {
        String start = ProfileMBean.BASE_OBJECT_NAME
                + ','
                + ProfileMBean.PROFILE_TABLE_NAME_KEY
                + '='
                + ObjectName.quote(table)
                + ',';
        open.keySet().stream().filter(name -> name.startsWith(start)).toList().forEach(this::close);
    }

    @Override
    public void createProfileTable(ProfileSpecificationID id, String newProfileTableName)
            throws UnrecognizedProfileSpecificationException, InvalidArgumentException,
                    ProfileTableAlreadyExistsException, ManagementException {
        profiles.createTable(id, newProfileTableName);
    }

    @Override
    public void removeProfileTable(String table) throws UnrecognizedProfileTableNameException, ManagementException {
        profiles.removeTable(table);
        closeAll(table);
    }

    @Override
    public ProfileSpecificationID getProfileSpecification(String table) throws UnrecognizedProfileTableNameException {
        return profiles.typeOf(table).id();
    }

    @Override
    public void renameProfileTable(String oldProfileTableName, String newProfileTableName)
            throws UnrecognizedProfileTableNameException, InvalidArgumentException, ProfileTableAlreadyExistsException {
        profiles.renameTable(oldProfileTableName, newProfileTableName);
        closeAll(oldProfileTableName);
    }

    @Override
    public ObjectName getDefaultProfile(String table)
            throws UnrecognizedProfileTableNameException, ManagementException {
        profiles.typeOf(table);
        return open(table, null, false);
    }

    @Override
    public ObjectName createProfile(String table, String newProfileName)
            throws UnrecognizedProfileTableNameException, InvalidArgumentException, ProfileAlreadyExistsException,
                    ManagementException {
        if (requireNonNull(newProfileName, "profile name").isEmpty()) {
            throw new InvalidArgumentException("A profile has a name");
        }
        if (profiles.profiles(table).contains(new ProfileID(table, newProfileName))
                || open.containsKey(nameOf(table, newProfileName))) {
            throw new ProfileAlreadyExistsException("The table " + table + " has a profile " + newProfileName);
        }
        return open(table, newProfileName, true);
    }

    @Override
    public void removeProfile(String table, String profile)
            throws UnrecognizedProfileTableNameException, UnrecognizedProfileNameException, ManagementException {
        profiles.remove(table, profile);
        close(nameOf(table, profile));
    }

    @Override
    public ObjectName getProfile(String table, String profile)
            throws UnrecognizedProfileTableNameException, UnrecognizedProfileNameException, ManagementException {
        profiles.values(table, requireNonNull(profile, "profile name"));
        return open(table, profile, false);
    }

    @Override
    public Collection<String> getProfileTables() {
        return profiles.tables();
    }

    @Override
    public Collection<String> getProfileTables(ProfileSpecificationID id)
            throws UnrecognizedProfileSpecificationException {
        return profiles.tables(id);
    }

    @Override
    public Collection<ProfileID> getProfiles(String table) throws UnrecognizedProfileTableNameException {
        return profiles.profiles(table);
    }

    @Override
    @Deprecated
    public Collection<ProfileID> getProfilesByIndexedAttribute(String table, String attribute, Object value)
            throws UnrecognizedProfileTableNameException, UnrecognizedAttributeException, AttributeNotIndexedException,
                    AttributeTypeMismatchException {
        return profiles.byIndexedAttribute(table, attribute, value);
    }

    @Override
    public Collection<ProfileID> getProfilesByAttribute(String table, String attribute, Object value)
            throws UnrecognizedProfileTableNameException, UnrecognizedAttributeException,
                    AttributeTypeMismatchException {
        return profiles.byAttribute(table, attribute, value);
    }

    @Override
    public Collection<ProfileID> getProfilesByStaticQuery(String table, String query, Object[] parameters)
            throws UnrecognizedProfileTableNameException, UnrecognizedQueryNameException, InvalidArgumentException,
                    AttributeTypeMismatchException, ManagementException {
        try {
            return profiles.byStaticQuery(table, query, parameters == null ? new Object[0] : parameters);
        } catch (UnrecognizedAttributeException e) {
            throw new ManagementException(e.getMessage(), e);
        } catch (IllegalArgumentException | ClassCastException e) {
            throw new InvalidArgumentException(e.getMessage());
        }
    }

    @Override
    public Collection<ProfileID> getProfilesByDynamicQuery(String table, QueryExpression expr)
            throws UnrecognizedProfileTableNameException, UnrecognizedAttributeException,
                    AttributeTypeMismatchException {
        return profiles.byExpression(table, requireNonNull(expr, "expr"));
    }

    @Override
    public ObjectName getProfileTableUsageMBean(String table)
            throws UnrecognizedProfileTableNameException, InvalidArgumentException, ManagementException {
        profiles.typeOf(table);
        UsageParameterSets sets = usage.find(new ProfileTableNotification(table))
                .orElseThrow(() -> new InvalidArgumentException("The table " + table + " has no usage parameters"));
        return usage.profileTable(sets);
    }
}
