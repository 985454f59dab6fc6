using System.ComponentModel;

namespace EppClient;

// The schema classes are generated. Generated code uses these; programs do not.

/// <content>Hidden from IntelliSense.</content>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class EppCommonSchema;

/// <content>Hidden from IntelliSense.</content>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class EppEnvelopeSchema;

/// <content>Hidden from IntelliSense.</content>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class EppLoginSecuritySchema;
