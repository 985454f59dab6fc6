using System.ComponentModel;

namespace EppClient.Xml;

/// <summary>The value of an element that can be nil: <c>xsi:nil="true"</c>. <c>default</c> is nil.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="value">The value.</param>
public readonly struct EppNillable<T>(T value) : IEquatable<EppNillable<T>>
    where T : notnull
{
    private readonly bool _hasValue = value is not null;

    /// <summary>Whether the element is nil.</summary>
    public bool IsNil => !_hasValue;

    /// <summary>The value; the default of its type if the element is nil.</summary>
    public T? Value { get; } = value;

    /// <summary>Converts a value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator EppNillable<T>(T value) => new(value);

    /// <summary>Compares the values.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    public static bool operator ==(EppNillable<T> left, EppNillable<T> right) => left.Equals(right);

    /// <summary>Compares the values.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other value.</param>
    public static bool operator !=(EppNillable<T> left, EppNillable<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(EppNillable<T> other) => _hasValue == other._hasValue && EqualityComparer<T?>.Default.Equals(Value, other.Value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EppNillable<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_hasValue, Value);

    /// <summary>Returns the value as text; <c>nil</c> if there is none.</summary>
    public override string ToString() => IsNil ? "nil" : Value?.ToString() ?? string.Empty;
}

/// <summary>Creates the values of nillable elements. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EppNillables
{
    /// <summary>Converts a value that was read; null if it cannot be read, which differs from a nil value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    public static EppNillable<T>? Of<T>(T? value)
        where T : class => value is null ? default(EppNillable<T>?) : new EppNillable<T>(value);

    /// <inheritdoc cref="Of{T}(T)"/>
    public static EppNillable<T>? Of<T>(T? value)
        where T : struct => value is { } read ? new EppNillable<T>(read) : null;
}
