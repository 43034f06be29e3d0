using System.Numerics;
using Naru.Core.Messages;

namespace Naru.Engine.Limits;

/// <summary>
/// Whose turn it is among the classes that wait. Authentication first, but of five turns in a row at most four while others wait; the others by
/// weight (high 4, standard 2, low 1), evenly mixed.
/// </summary>
/// <remarks>Choosing changes nothing; <see cref="Took"/> does. What waits is a set of bits, one for each class: see <see cref="Bit"/>.</remarks>
internal sealed class ClassTurn
{
    /// <summary>Authentication's turns in a row while others wait: 80 %.</summary>
    public const int MostInARow = 4;

    public const int Authentication = 1 << (int)MessageClass.Authentication;

    /// <summary>By class.</summary>
    private static readonly int[] s_weights = [0, 0, 4, 2, 1];

    private readonly int[] _credit = new int[s_weights.Length];
    private int _inARow;

    /// <summary>It is the others' turn, should any wait.</summary>
    public bool IsOthers => _inARow >= MostInARow;

    public static int Bit(MessageClass messageClass) => 1 << (int)messageClass;

    /// <param name="waiting">At least one.</param>
    public MessageClass Choose(int waiting)
    {
        var others = waiting & ~Authentication;
        if (others == 0 || ((waiting & Authentication) != 0 && !IsOthers))
        {
            return MessageClass.Authentication;
        }

        if (BitOperations.IsPow2(others))
        {
            return (MessageClass)BitOperations.Log2((uint)others);
        }

        var best = MessageClass.Low;
        var most = int.MinValue;
        for (var c = MessageClass.High; c <= MessageClass.Low; c++)
        {
            if ((others & Bit(c)) != 0 && _credit[(int)c] + s_weights[(int)c] > most)
            {
                (best, most) = (c, _credit[(int)c] + s_weights[(int)c]);
            }
        }

        return best;
    }

    /// <param name="waiting">All that waited when it was chosen, itself included.</param>
    public void Took(MessageClass chosen, int waiting)
    {
        var others = waiting & ~Authentication;
        if (chosen == MessageClass.Authentication)
        {
            _inARow = others == 0 ? 0 : _inARow + 1;
            return;
        }

        _inARow = 0;
        if (BitOperations.IsPow2(others))
        {
            return;
        }

        // Smooth weighted turns: each that waits earns its weight, the one that goes pays what all have earned.
        var earned = 0;
        for (var c = MessageClass.High; c <= MessageClass.Low; c++)
        {
            if ((others & Bit(c)) != 0)
            {
                _credit[(int)c] += s_weights[(int)c];
                earned += s_weights[(int)c];
            }
        }

        _credit[(int)chosen] -= earned;
    }
}
