namespace EppClient.SchemaGenerator.Schema;

/// <summary>A part of a content model.</summary>
internal abstract record ParticleModel(int Min, int Max)
{
    public const int Unbounded = int.MaxValue;
}

/// <summary>One element, with the number of occurrences from <see cref="ParticleModel.Min"/> to <see cref="ParticleModel.Max"/>.</summary>
internal sealed record ElementParticle(int Min, int Max, ElementModel Element) : ParticleModel(Min, Max);

/// <summary>Any element.</summary>
/// <param name="Min">The minimum number of occurrences.</param>
/// <param name="Max">The maximum number of occurrences.</param>
/// <param name="IsSkipped">Whether the schema excludes the content from processing: it remains XML even if its schema is known.</param>
/// <param name="IsOther">Whether elements of the schema's own namespace are excluded.</param>
internal sealed record WildcardParticle(int Min, int Max, bool IsSkipped, bool IsOther) : ParticleModel(Min, Max);

/// <summary>Several parts, all of them or one of them.</summary>
/// <param name="Min">The minimum number of occurrences.</param>
/// <param name="Max">The maximum number of occurrences.</param>
/// <param name="IsChoice">Whether only one of the parts occurs.</param>
/// <param name="Parts">The parts.</param>
/// <param name="Notes">The annotations of the group itself.</param>
internal sealed record GroupParticle(int Min, int Max, bool IsChoice, EquatableArray<ParticleModel> Parts, Notes Notes) : ParticleModel(Min, Max)
{
    /// <summary>Whether the parts can come in any order (<c>all</c>).</summary>
    public bool IsUnordered { get; init; }
}
