package io.zongji.slee.container.management;

import javax.management.ObjectName;
import javax.slee.management.SleeManagementMBean;
import javax.slee.management.SleeProvider;

/** The class that management clients name to {@code SleeProviderFactory} to find the SLEE's first MBean. */
public final class ZongjiSlee implements SleeProvider {
    @Override
    public ObjectName getSleeManagementMBean() {
        return RegisteredBeans.name(SleeManagementMBean.OBJECT_NAME);
    }
}
