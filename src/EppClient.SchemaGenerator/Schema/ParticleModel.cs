namespace EppClient.SchemaGenerator.Schema;

/// <summary>A part of a content model.</summary>
internal abstract record ParticleModel(int Min, int Max)
{
    public const int Unbounded = int.MaxValue;
}

/// <summary>One element, as often as <see cref="ParticleModel.Min"/> and <see cref="ParticleModel.Max"/> say.</summary>
internal sealed record ElementParticle(int Min, int Max, ElementModel Element) : ParticleModel(Min, Max);

/// <summary>Any element.</summary>
/// <param name="Min">How often at least.</param>
/// <param name="Max">How often at most.</param>
/// <param name="IsSkipped">Whether the schema wants the content left alone: it stays as XML even where its schema is known.</param>
/// <param name="IsOther">Whether elements of the schema's own namespace are not meant.</param>
internal sealed record WildcardParticle(int Min, int Max, bool IsSkipped, bool IsOther) : ParticleModel(Min, Max);

/// <summary>Several parts, all of them or one of them.</summary>
/// <param name="Min">How often at least.</param>
/// <param name="Max">How often at most.</param>
/// <param name="IsChoice">Whether it is one of the parts.</param>
/// <param name="Parts">The parts.</param>
/// <param name="Notes">What the schema says about the group itself.</param>
internal sealed record GroupParticle(int Min, int Max, bool IsChoice, EquatableArray<ParticleModel> Parts, Notes Notes) : ParticleModel(Min, Max)
{
    /// <summary>Whether the parts may come in any order (<c>all</c>).</summary>
    public bool IsUnordered { get; init; }
}
