using System.ComponentModel;

namespace EppClient.Xml;

/// <summary>Creates the values of nillable elements.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EppNillables
{
    /// <summary>The value that was read; null if it cannot be read, which differs from a nil value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    public static EppNillable<T>? Of<T>(T? value)
        where T : class => value is null ? default(EppNillable<T>?) : new EppNillable<T>(value);

    /// <inheritdoc cref="Of{T}(T)"/>
    public static EppNillable<T>? Of<T>(T? value)
        where T : struct => value is { } read ? new EppNillable<T>(read) : null;
}
