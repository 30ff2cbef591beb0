package io.zongji.store.config;

import io.zongji.domain.AgentId;
import io.zongji.domain.TenantId;
import io.zongji.domain.config.Device;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The devices that agents chose, in the database, so that a restart finds them where they work. */
public final class ChosenDevices {

    private final DataSource database;

    public ChosenDevices(DataSource database) {
        this.database = database;
    }

    /**
     * Keeps a choice.
     *
     * @param device null for the phone of the own extension
     */
    public void keep(AgentId agent, Device device) throws SQLException {
        try (Connection connection = database.getConnection()) {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from agent_device where agent_id = ?")) {
                delete.setString(1, agent.value());
                delete.executeUpdate();
            }
            if (device != null) {
                insert(connection, agent, device);
            }
        }
    }

    private static void insert(Connection connection, AgentId agent, Device device) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into agent_device (agent_id, tenant_id, kind, number) values (?, ?, ?, ?)")) {
            insert.setString(1, agent.value());
            insert.setString(2, TenantId.DEFAULT.value());
            insert.setString(3, device.kind().name());
            insert.setString(4, device.number());
            insert.executeUpdate();
        }
    }
}
