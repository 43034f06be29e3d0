using Naru.Core.Kakao;
using Naru.Core.Kakao.Templates;

namespace Naru.Engine.Kakao;

/// <summary>A message that is ready to go.</summary>
/// <param name="Unfilled">Placeholders that nothing was given for.</param>
/// <param name="TemplateId">Of a custom template; null for others.</param>
public sealed record ComposedTalk(TalkTemplate Template, IReadOnlyList<DroppedLink> Dropped, IReadOnlyList<string> Unfilled, long? TemplateId);

/// <summary>What became of a message to friends.</summary>
/// <param name="Reached">Uuids, in the order of the request.</param>
/// <param name="Failed">By code, in the order in which they came up.</param>
public sealed record FriendOutcome(IReadOnlyList<string> Reached, IReadOnlyList<(KakaoFault Fault, IReadOnlyList<string> Uuids)> Failed);
