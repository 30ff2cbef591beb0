package io.zongji.store.entity;

import io.zongji.domain.TenantId;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** Says that everybody belongs to the default tenant. Installations of several enterprises will ask the signed-in user instead. */
public final class OneTenant implements CurrentTenantIdentifierResolver<String> {

    @Override
    public String resolveCurrentTenantIdentifier() {
        return TenantId.DEFAULT.value();
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return true;
    }
}
