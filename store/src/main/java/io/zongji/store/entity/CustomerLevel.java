package io.zongji.store.entity;

/** How much care a customer gets. */
public enum CustomerLevel {
    NORMAL,
    IMPORTANT,
    VIP
}
