package io.zongji.slee.testkit.contract;

/** All contracts of the SLEE together. The invariants among them are listed in {@code invariants.txt}. */
public interface Invariants
        extends DeliveryContract,
                InitialEventContract,
                EndOfActivityContract,
                RollbackContract,
                EndpointContract,
                SuspendedDeliveryContract,
                NullActivityContract,
                ServiceActivityContract,
                LocalObjectContract,
                LifeCycleContract,
                EventContextContract,
                ActivityContextContract,
                TransactionContract,
                TimerContract {}
