package javax.slee.resource;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Turns the events and activity handles of a resource adaptor into bytes and back.
 */
public interface Marshaler {
    /** A guess at the marshalled size in bytes, of this event or, if it is null, of any of the type. */
    int getEstimatedEventSize(FireableEventType eventType, Object event);

    /** The event in marshalled form if that exists already, else null. */
    ByteBuffer getEventBuffer(FireableEventType eventType, Object event);

    /** Gives back a buffer got from {@link #getEventBuffer}. */
    void releaseEventBuffer(FireableEventType eventType, Object event, ByteBuffer buffer);

    /** Writes an event. */
    void marshalEvent(FireableEventType eventType, Object event, DataOutput out) throws IOException;

    /** Reads an event. */
    Object unmarshalEvent(FireableEventType eventType, DataInput in) throws IOException;

    /** A guess at the marshalled size in bytes, of this handle or, if it is null, of any. */
    int getEstimatedHandleSize(ActivityHandle handle);

    /** Writes a handle. */
    void marshalHandle(ActivityHandle handle, DataOutput out) throws IOException;

    /** Reads a handle. */
    ActivityHandle unmarshalHandle(DataInput in) throws IOException;
}
