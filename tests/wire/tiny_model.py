"""Writes a tiny language model with random weights as GGUF: ``python tiny_model.py FILE SEED < words``.

A llama of one layer. Its vocabulary: the bytes, and the words that it is given, each with all its beginnings, so that
SentencePiece's merges find them. It knows nothing; a server can run it. Needs the packages gguf and numpy.
"""

import re
import sys

import gguf
import numpy as np

WIDTH, HEADS, INNER, CONTEXT = 32, 2, 64, 32768
MARK = "\u2581"  # SentencePiece's sign for a space


def vocabulary(text):
    """Tokens, scores and types: control signs, bytes, then beginnings of words, the longer the likelier."""
    kind = gguf.TokenType
    tokens = [("<unk>", 0.0, kind.UNKNOWN), ("<s>", 0.0, kind.CONTROL), ("</s>", 0.0, kind.CONTROL)]
    tokens += [(f"<0x{byte:02X}>", 0.0, kind.BYTE) for byte in range(256)]
    words = {MARK + word for word in re.findall(r"\w+", text)} | set(re.findall(r"\w+|[^\w\s]", text)) | {MARK}
    starts = sorted({word[:length] for word in words for length in range(1, len(word) + 1)})
    return tokens + [(start, float(len(start)), kind.NORMAL) for start in starts]


def write(path, seed, text):
    """The model with the weights of a seed."""
    chance = np.random.default_rng(seed)
    tokens = vocabulary(text)
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_context_length(CONTEXT)
    writer.add_embedding_length(WIDTH)
    writer.add_block_count(1)
    writer.add_feed_forward_length(INNER)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(HEADS)
    writer.add_rope_dimension_count(WIDTH // HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("llama")
    writer.add_token_list([token for token, _, _ in tokens])
    writer.add_token_scores([score for _, score, _ in tokens])
    writer.add_token_types([kind for _, _, kind in tokens])
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)

    def weights(name, *shape, times=1.0):
        writer.add_tensor(name, (times * chance.normal(0, 0.3, shape)).astype(np.float32))

    # What closes a string or a list weighs more, or next to no answer of random words would ever end.
    closing = np.array([[4.0 if token in {'"', "]", "}"} else 1.0] for token, _, _ in tokens])
    weights("token_embd.weight", len(tokens), WIDTH)
    weights("output.weight", len(tokens), WIDTH, times=closing)
    for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
        weights(f"blk.0.{name}.weight", WIDTH, WIDTH)
    weights("blk.0.ffn_gate.weight", INNER, WIDTH)
    weights("blk.0.ffn_up.weight", INNER, WIDTH)
    weights("blk.0.ffn_down.weight", WIDTH, INNER)
    for name in ("blk.0.attn_norm.weight", "blk.0.ffn_norm.weight", "output_norm.weight"):
        writer.add_tensor(name, np.ones(WIDTH, np.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]), sys.stdin.read())
