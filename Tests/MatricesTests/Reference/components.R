# Writes the data and the reference numbers of PrincipalComponentsTests: Rscript components.R
# R's prcomp, centred and not scaled, on a table drawn here, and the same on z-scores.
# scikit-learn's PCA gives the same but for signs: components.py compares the two.
number <- function(x) trimws(formatC(x, digits = 17, format = "g"))

set.seed(20)
common <- rnorm(30)
data <- round(cbind(a = 10 * common + rnorm(30, sd = 3), b = 4 * common + rnorm(30), c = rnorm(30, sd = 2),
  d = -3 * common + rnorm(30), e = rnorm(30)), 3)
write.table(data, "table.csv", sep = ",", row.names = FALSE, quote = FALSE)

rows <- c()
for (name in c("raw", "z")) {
  x <- as.matrix(read.csv("table.csv"))
  if (name == "z") x <- scale(x)
  p <- prcomp(x)
  for (k in 1:5) {
    axis <- p$rotation[, k]
    sign <- sign(axis[which.max(abs(axis))])
    # The first three rows' scores, turned with the axis.
    rows <- c(rows, paste(c(name, k, number(c(p$sdev[k]^2, p$sdev[k]^2 / sum(p$sdev^2), axis * sign, p$x[1:3, k] * sign))),
      collapse = ","))
  }
}
writeLines(c("data,component,variance,share,a,b,c,d,e,score_1,score_2,score_3", rows), "components.csv")
