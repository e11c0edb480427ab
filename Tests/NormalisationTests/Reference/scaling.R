# Writes the data and the reference numbers of ParityTests: Rscript scaling.R
# Each transform with each scaling as R computes them: scale, median and mad, range, rank; ridits after Bross (1958).
number <- function(x) formatC(x, digits = 17, format = "g")

set.seed(4)
x <- round(exp(rnorm(25, 2)), 2)
x[c(3, 9, 14)] <- x[1]
share <- round(runif(25), 3)
share[1:2] <- c(0, 1)
write.table(data.frame(size = x, share = share), "values.csv", sep = ",", row.names = FALSE, quote = FALSE)

logit <- function(p) qlogis(0.01 + 0.98 * p)
rank_share <- function(v) (rank(v) - 0.5) / length(v)
transforms <- list(identity = function(v) v, log = log, asinh = asinh, rank = rank_share)
scalings <- list(
  "z-score" = function(v) (v - mean(v)) / sd(v), robust = function(v) (v - median(v)) / mad(v),
  range = function(v) (v - min(v)) / diff(range(v)), none = function(v) v)
rows <- c()
for (s in names(scalings)) {
  for (t in names(transforms)) rows <- c(rows, paste("size", t, s, paste(number(scalings[[s]](transforms[[t]](x))), collapse = " "), sep = ","))
  rows <- c(rows, paste("share", "logit", s, paste(number(scalings[[s]](logit(share))), collapse = " "), sep = ","))
}
writeLines(c("column,transform,scaling,values", rows), "scaled.csv")

answers <- c(1, 1, 2, 2, 2, 3, 4, 4, 5, 5, 5, 5, 5)
counts <- table(answers)
ridit <- (cumsum(counts) - counts / 2) / sum(counts)
writeLines(c("answer,ridit", paste(names(counts), number(ridit), sep = ",")), "ridit.csv")
